"""Opening figures: what was there, or was counted, before this ledger began. They post the measures of all kinds."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.orgs.settings import setting
from youju.records.counting.measures import Measure
from youju.records.heads.ledgered import Item
from youju.records.heads.stated import Stated
from youju.records.kinds import declared_measures, posted_measures
from youju.records.opening.errors import AfterTheStart


class OpeningFigure(Stated):
    """One measure as it stood on the day ``happened``: its facts bear that day.

    counted_from: the first day of what a total counts; None for what was in force on the day, since whenever.
    """

    counted_from = models.DateField(_("counted from"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Stated.EDITED, "counted_from")

    class Meta(Stated.Meta):
        verbose_name = _("opening figure")
        verbose_name_plural = _("opening figures")
        constraints = [
            *Stated.Meta.constraints,
            models.CheckConstraint(condition=~Q(document=""), name="an_opening_has_a_document"),
        ]

    @classmethod
    def measures(cls) -> dict[str, Measure]:
        """Every measure that any kind counts, and the bureau's own."""
        return posted_measures()

    @property
    def measure(self) -> Measure:
        return declared_measures().get(self.sort) or self.measures()[self.sort]

    @property
    def by_name(self) -> bool:
        """Whether it is one thing in force (a title, a programme, a rule), which its title names."""
        return self.measure.lasting and self.quantity == 1

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        self.opening = True

    def ready(self) -> None:
        """Raises AfterTheStart where the bureau was working here on that day already."""
        began = setting("live_since")
        if began is not None and self.happened >= began:
            raise AfterTheStart(title=self.title, day=self.happened, began=began)

    def own_items(self) -> list[Item]:
        return [*super().own_items(), ("counted_from", self.counted_from.isoformat() if self.counted_from else None)]
