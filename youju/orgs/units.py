"""Units: nation > province > city > county > town > school. The county is the bureau.

Where a unit stands in the tree, and in which months, is said by its placements alone.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    NATION = "nation", _("nation")
    PROVINCE = "province", _("province")
    CITY = "city", _("city")
    COUNTY = "county", _("county bureau")
    OFFICE = "office", _("office")
    TOWN = "town", _("town")
    SCHOOL = "school", _("school")
    PRACTICE = "practice", _("for trying out")


class Unit(models.Model):
    """A unit with the name it has now. Names it had before are aliases with dates."""

    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9.-]*$", _("Small letters, digits, dots and hyphens only."))],
    )
    kind = models.CharField(_("kind of unit"), max_length=10, choices=UnitKind.choices)
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    checks = models.BooleanField(
        _("checks before handing in"),
        default=False,
        help_text=_("A reviewer of the unit checks each record before the bureau has it to verify."),
    )
    single_post = models.BooleanField(
        _("one-person office"),
        default=False,
        help_text=_("One member may verify what the same member recorded. It counts, marked as self-verified."),
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.short_name or self.name


class UnitAlias(models.Model):
    """Another name people write for a unit, or one that it bore until it was renamed.

    since, until: the first days of the first month in which it bore the name, and of the first in which it no longer
    did; a name that is only another way to write it has neither.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=80)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="one_alias_once_per_unit")]

    def __str__(self) -> str:
        return self.name
