"""By what schools are told apart: type, stages, who runs them. The same codes stand in measures.toml."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolType(models.TextChoices):
    KINDERGARTEN = "kindergarten", _("kindergarten")
    PRIMARY = "primary", _("primary school")
    JUNIOR = "junior", _("junior middle school")
    NINE_YEAR = "nine_year", _("nine-year school")
    SENIOR = "senior", _("senior middle school")
    COMPLETE = "complete", _("complete middle school")
    TWELVE_YEAR = "twelve_year", _("twelve-year school")
    VOCATIONAL = "vocational", _("vocational school")
    SPECIAL = "special", _("special school")


class Stage(models.TextChoices):
    KINDERGARTEN = "kindergarten", _("pre-school stage")
    PRIMARY = "primary", _("primary stage")
    JUNIOR = "junior", _("junior stage")
    SENIOR = "senior", _("senior stage")
    VOCATIONAL = "vocational", _("vocational stage")
    SPECIAL = "special", _("special education")


class Ownership(models.TextChoices):
    """A private kindergarten may be recognised as inclusive (普惠性民办)."""

    PUBLIC = "public", _("public")
    INCLUSIVE = "inclusive", _("private, inclusive")
    PRIVATE = "private", _("private")


_OF = {
    SchoolType.KINDERGARTEN: {Stage.KINDERGARTEN},
    SchoolType.PRIMARY: {Stage.KINDERGARTEN, Stage.PRIMARY},
    SchoolType.JUNIOR: {Stage.JUNIOR},
    SchoolType.NINE_YEAR: {Stage.KINDERGARTEN, Stage.PRIMARY, Stage.JUNIOR},
    SchoolType.SENIOR: {Stage.SENIOR},
    SchoolType.COMPLETE: {Stage.JUNIOR, Stage.SENIOR},
    SchoolType.TWELVE_YEAR: {Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR},
    SchoolType.VOCATIONAL: {Stage.SENIOR, Stage.VOCATIONAL},
    SchoolType.SPECIAL: {Stage.SPECIAL},
}


def stages_of(sort: str) -> set[str]:
    """The stages that a school of a type teaches; a primary school may have a kindergarten attached."""
    return {str(stage) for stage in _OF.get(SchoolType(sort), ())} if sort in SchoolType.values else set()
