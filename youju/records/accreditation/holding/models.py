"""Titles held: a unit was granted a title, which is in force until it runs out, is renewed, upgraded or revoked."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.accreditation.holding.errors import AlreadyHeld
from youju.records.counting.levels import level_choices
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record
from youju.records.heads.states import State

MEASURES = load_measures(Path(__file__).parent)
HELD = next(measure for measure in MEASURES if measure.code == "accreditation.held")
# The sort of titles that are told apart by their names alone.
OTHER = "other"
ENDED = "ended"


class Ending(models.TextChoices):
    """Why a title is no longer in force."""

    EXPIRED = "expired", _("ran out")
    RENEWED = "renewed", _("renewed by another grant")
    UPGRADED = "upgraded", _("taken over by a higher level")
    REVOKED = "revoked", _("revoked")
    GIVEN_UP = "given_up", _("given up")


class Holding(Record):
    """``sort`` is the title, ``happened`` the day of the grant, ``due_on`` the last day in force, if there is one.

    One granted before the bureau began to work here is an opening entry: it is not late, and the unit need not confirm
    what is filed for it. ended_on: the first day on which the title is no longer in force.
    """

    name = models.CharField(_("name of the title"), max_length=60, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=level_choices())
    issuer = models.CharField(_("granted by"), max_length=80, blank=True)
    document = models.CharField(_("number or name of the decision"), max_length=160, blank=True)
    ended_on = models.DateField(_("no longer in force from"), null=True, blank=True)
    ended_how = models.CharField(_("how it ended"), max_length=10, choices=Ending.choices, blank=True)
    ended_reason = models.CharField(_("reason or decision"), max_length=200, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "due_on", "name", "level", "issuer", "document", "opening")
    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "issuer", "document")

    class Meta:
        verbose_name = _("title held")
        verbose_name_plural = _("titles held")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_how="") | Q(ended_on__isnull=False) & ~Q(ended_how=""),
                name="what_ended_says_how",
            ),
        ]

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        self.opening = is_opening(self.happened)

    @property
    def first_day_out(self) -> date | None:
        """The first day on which it is not in force, as far as is known; None where no end is in sight."""
        return self.ended_on or self.runs_out_on

    @property
    def runs_out_on(self) -> date | None:
        """The day after the last day in force."""
        return self.due_on + timedelta(days=1) if self.due_on else None

    def ready(self) -> None:
        """Raises AlreadyHeld where the unit holds the same title on one of the same days."""
        same = Holding.objects.filter(
            unit=self.unit_id, sort=self.sort, level=self.level, name=self.name, state=State.VERIFIED
        )
        out = self.first_day_out
        for other in (same.filter(happened__lt=out) if out else same).exclude(pk=self.pk):
            if other.first_day_out is None or other.first_day_out > self.happened:
                raise AlreadyHeld(title=self.title, other=other.title, day=other.happened)

    def save_parts(self, values: dict[str, Any]) -> None:
        """A title that ran out is in force again where a correction moves its last day."""
        super().save_parts(values)
        ran_out = type(self).objects.filter(pk=self.pk, ended_how=Ending.EXPIRED)
        ran_out.exclude(ended_on=self.runs_out_on).update(ended_on=None, ended_how="", ended_reason="")

    def own_items(self) -> list[Item]:
        return [
            ("name", self.name),
            ("level", self.level),
            ("issuer", self.issuer),
            ("document", self.document),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One title held from the day of the grant."""
        return (self.fact(HELD.code, 1, category=self.sort, level=self.level),)

    def later(self) -> tuple[str, ...]:
        return (ENDED,) if self.ended_on else ()

    def later_items(self, milestone: str) -> list[Item]:
        return [
            ("ended_on", self.ended_on.isoformat() if self.ended_on else None),
            ("ended_how", self.ended_how),
            ("ended_reason", self.ended_reason),
        ]

    def later_facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One title less, from the day on which it is no longer in force."""
        line = self.fact(HELD.code, -1, category=self.sort, level=self.level)
        return (line._replace(day=self.ended_on or self.happened),)


def is_opening(granted: date) -> bool:
    """Whether a day lies before the bureau began to work here; while it still tries, before this year."""
    began: date = setting("live_since") or date(clock.today().year, 1, 1)
    return granted < began
