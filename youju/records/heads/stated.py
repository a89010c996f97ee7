"""Stated: a record of one measure as some document gives it: a statistic, an opening figure."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.levels import LEVELS
from youju.records.counting.measures import Measure
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record


class Stated(Record):
    """One measure, which its ``sort`` names.

    A quantity, a part with its whole, a place within a level, or a percentage that others published.
    """

    category = models.CharField(_("category"), max_length=40, blank=True)
    level = models.CharField(
        _("level"), max_length=10, blank=True, choices=[(level.code, level.zh) for level in LEVELS]
    )
    quantity = models.BigIntegerField(_("quantity"))
    whole = models.BigIntegerField(_("out of"), null=True, blank=True)
    publisher = models.CharField(_("published by"), max_length=80, blank=True)
    document = models.CharField(_("source document"), max_length=160, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        *Record.EDITED, "category", "level", "quantity", "whole", "publisher", "document",
    )  # fmt: skip

    SEARCHED: ClassVar[tuple[str, ...]] = ("publisher", "document")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=0), name="%(class)s_quantity_is_not_negative"),
            models.CheckConstraint(
                condition=Q(whole=None) | Q(quantity__lte=F("whole")), name="%(class)s_part_fits_its_whole"
            ),
        ]

    @classmethod
    def measures(cls) -> dict[str, Measure]:
        """What may be stated, by code."""
        raise NotImplementedError

    @property
    def measure(self) -> Measure:
        return self.measures()[self.sort]

    @property
    def value(self) -> Decimal:
        """The quantity as people read it: 9871 stored with two digits is 98.71."""
        return Decimal(self.quantity).scaleb(-self.measure.scale)

    def own_items(self) -> list[Item]:
        return [
            ("category", self.category),
            ("level", self.level),
            ("quantity", str(self.quantity)),
            ("whole", None if self.whole is None else str(self.whole)),
            ("publisher", self.publisher),
            ("document", self.document),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """The measure's quantity; for a part also its whole, under the same category and level."""
        line = self.fact(self.sort, self.quantity, category=self.category, level=self.level)
        if self.whole is None or not self.measure.whole:
            return (line,)
        return line, self.fact(self.measure.whole, self.whole, category=self.category, level=self.level)
