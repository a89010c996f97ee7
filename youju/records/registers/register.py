"""Registers (名录): small tables that a section keeps and from which records choose: outlets, titles, checklists.

A row that stands in a record is never deleted; it is retired, and records of the days before go on naming it. What a
record counts by a row is copied into the record as it is written, so that changing a row never changes what is posted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Self

from django import forms
from django.db import models
from django.db.models import Count, ManyToOneRel, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.orgs.members import Member
from youju.records.heads.sections import Section


class RegisterRows(models.QuerySet["RegisterRow"]):
    def in_force(self, day: date) -> Self:
        """The rows that a record of this day may name; what is only proposed is not among them."""
        begun, not_over = Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gte=day)
        return self.filter(begun, not_over, proposed_by=None)

    def standing(self) -> Self:
        """All rows that are no mere proposals, retired ones too."""
        return self.filter(proposed_by=None)

    def holding(self, text: str) -> Self:
        """The rows whose name, other names or code hold a text."""
        return self.filter(Q(name__icontains=text) | Q(other_names__icontains=text) | Q(code__icontains=text))


class RegisterRow(models.Model):
    """One row. code: never changes. since, until: first and last day on which records may name it, both inclusive.

    proposed_by: who proposed it, until whoever keeps the register accepts it.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=80, unique=True)
    other_names = models.TextField(_("other names"), blank=True, max_length=800)  # one a line
    since = models.DateField(_("in force from"), null=True, blank=True)
    until = models.DateField(_("in force until"), null=True, blank=True)
    proposed_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("proposed by"))

    objects: ClassVar[models.Manager[Any]] = RegisterRows.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        """All names that people write for it, its own first."""
        return self.name, *self.other_names.splitlines()

    def is_category_of(self, measure: str) -> bool:
        """Whether the row is a category of its own of a measure that counts by the register; ``""``: of any."""
        return True


@dataclass(frozen=True, kw_only=True)
class Register:
    """What a register's folder declares. Its labels are its model's.

    code: as in addresses and audit rows. help: one sentence on what stands in it. shown: the columns of its list,
    beside name and days. proposals: whether units may propose rows. begins: code and values of the rows with which a
    bureau begins.
    """

    code: str
    section: Section
    help: str | Promise
    model: type[RegisterRow]
    form: "type[forms.ModelForm[Any]]" = field(repr=False)
    shown: tuple[str, ...] = ()
    proposals: bool = False
    begins: Callable[[], Iterable[tuple[str, dict[str, Any]]]] = field(default=tuple, repr=False)

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    @property
    def one(self) -> str:
        return str(self.model._meta.verbose_name)


def uses_of(rows: Sequence[RegisterRow]) -> dict[int, int]:
    """In how many places of records each of these rows of one register stands, by its id. A query for each kind."""
    found: Counter[int] = Counter()
    for relation in _named_by(type(row) for row in rows[:1]):
        places = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": rows}).order_by()
        found.update(dict(places.values_list(relation.field.attname).annotate(Count("pk"))))
    return dict(found)


def _named_by(models_of: Iterable[type[RegisterRow]]) -> Iterable[ManyToOneRel]:
    fields = (each for model in models_of for each in model._meta.get_fields(include_hidden=True))
    return [each for each in fields if isinstance(each, ManyToOneRel)]
