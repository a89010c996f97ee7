"""Nominations: somebody, or a unit, that a unit puts forward in a selection; reviewed layer by layer, then scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, survivors
from youju.orgs.units import Unit
from youju.phrases import bracketed
from youju.records.alerts import AlertSort, alert
from youju.records.case_rights import wrote
from youju.records.counting.measures import load_measures
from youju.records.heads.attachments import Attachment
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.heads.minors import unit_of_minors
from youju.records.heads.states import State
from youju.records.honours.nomination.errors import OnTheList, TownFirst
from youju.records.honours.nomination.fitting import refuse_unfit
from youju.records.honours.nomination.moves import ACCEPTED, MOVES
from youju.records.honours.round.addressed import reviewing_town
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.nominating import NominationState
from youju.records.rights import is_alone, reached_units

MEASURES = load_measures(Path(__file__).parent)


def _runs(member: Member, case: Any) -> bool:
    """An officer of whoever runs the selection."""
    return case.selection.unit_id in reached_units(member, Role.OFFICER, section=case.section)


def _town(member: Member, case: Any) -> bool:
    """An officer of the town between, not of whoever runs the selection."""
    reached = case.unit_id in reached_units(member, Role.OFFICER, section=case.section)
    return reached and not _runs(member, case) and case.town_between is not None


def _bureau(member: Member, case: Any) -> bool:
    """Somebody other than who nominated; in a one-person office whoever is alone."""
    return _runs(member, case) and (not wrote(member, case) or is_alone(member, case.selection.unit, case.section))


def _reviewing(member: Member, case: Any) -> bool:
    return _town(member, case) or _bureau(member, case)


class Nomination(Case):
    """Of the unit that nominates; ``note`` says what for. person: none where the title goes to units: then the unit.

    points: the mean of the sheets in hundredths, scored_by: of how many. The certificate's columns are filled when the
    title is given. code: what a stranger checks the certificate by.
    """

    selection = models.ForeignKey(Round, models.PROTECT, related_name="nominations", verbose_name=_("selection"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("nominee")
    )
    points = models.PositiveIntegerField(default=0)
    scored_by = models.PositiveSmallIntegerField(default=0)
    certificate_year = models.PositiveSmallIntegerField(null=True)
    certificate_number = models.PositiveIntegerField(null=True)
    code = models.CharField(_("check code"), max_length=24, blank=True)
    code_digest = models.CharField(max_length=64, unique=True, null=True)

    EDITED: ClassVar[tuple[str, ...]] = ("unit", "selection", "person", "note")
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "selection", "person")
    STATES = NominationState
    MOVES = MOVES
    FIRST = NominationState.HANDED
    RIGHTS: ClassVar[Mapping[str, Callable[[Any, Any], bool]]] = {
        "town": _town, "bureau": _bureau, "reviewing": _reviewing,
    }  # fmt: skip

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            models.UniqueConstraint(
                fields=["certificate_year", "certificate_number"], name="one_award_certificate_per_number"
            )
        ]

    @property
    def who(self) -> str:
        """The nominee as any page prints it: a minor's name is masked."""
        return str(self.person or self.unit.name)

    @property
    def holder(self) -> str:
        """What stands for the nominee where no name may: the person's token, or the unit's code."""
        return self.person.token if self.person else self.unit.code

    @property
    def points_text(self) -> str:
        return f"{self.points / 100:.2f}" if self.scored_by else ""

    def with_points(self) -> str:
        """As a list to choose from says it: “孙立（青山小学） 92.50”."""
        named = bracketed(self.who, self.unit if self.person else "")
        return f"{named} {self.points_text}".strip()

    @property
    def number_text(self) -> str:
        """Of the certificate, as the paper bears it; empty before it is issued."""
        if self.certificate_number is None:
            return ""
        return _text("〔%(year)s〕%(number)04d") % {"year": self.certificate_year, "number": self.certificate_number}

    @property
    def award_line(self) -> Any:
        """The line of the verified award list that gives the title, if one does now."""
        lines = self.selection.award_lines().filter(record__state=State.VERIFIED)
        return lines.filter(person=self.person) if self.person else lines.filter(person=None, unit=self.unit)

    @property
    def is_valid(self) -> bool:
        """Whether its certificate holds: numbered, and the verified award list still names the nominee."""
        return self.certificate_number is not None and self.award_line.exists()

    @property
    def town_between(self) -> Unit | None:
        """The town whose review the call asks for, where the nominating school lies in one."""
        return reviewing_town(self.selection, self.unit)

    def concerns(self, member: Member) -> bool:
        if self.person_id is None:
            return False
        kept = survivors([self.person_id])[self.person_id]
        return Person.objects.filter(pk__in={kept, self.person_id}, member=member).exists()

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        self.happened = self.happened or clock.today()
        if "selection" in values or "person" in values:
            self.title = f"{self.who}：{self.selection.award}"[:120]

    def save_parts(self, values: dict[str, Any]) -> None:
        """Raises what fitting.py says while it is handed up."""
        super().save_parts(values)
        if self.state == NominationState.HANDED:
            refuse_unfit(self)

    def obstacle(self, action: str) -> YoujuError | None:
        if action == "accept" and self.state == NominationState.HANDED and (town := self.town_between):
            return TownFirst(unit=self.unit, town=town)
        if action == "strike" and any(row.ref == self.ref for row in self.selection.listed):
            return OnTheList(who=self.who, title=self.selection.title)
        return None

    def moved(self, action: str, *, actor: Any) -> None:
        """Tell whoever nominated that it does not go on: no move of theirs waits there."""
        if action in ("refuse", "strike"):
            alert(told=[(self.author, self.ref)], sort=AlertSort.MOVED_ON, actor=actor)

    def standing(self) -> tuple[str, ...]:
        return (ACCEPTED,) if self.state == NominationState.ACCEPTED else ()

    def items(self, milestone: str, attachments: Iterable[Attachment]) -> list[Item]:
        """Without the title, which says a name: the token stands for it."""
        return [item for item in super().items(milestone, attachments) if item[0] != "title"]

    def own_items(self, milestone: str) -> list[Item]:
        return [("selection", self.selection.ref), ("person", self.person.token if self.person else None)]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One nomination; of somebody under age at the county, for a school and a day would tell who it is."""
        fact = self.fact("honours.nominations", 1)
        if self.person and self.person.is_minor(self.happened):
            fact = fact._replace(unit=unit_of_minors(self.unit, 1, self.happened))
        return (fact,)

    def put(self, **columns: Any) -> None:
        """Write columns that only verbs bring, here and in the row. A part of a verb."""
        for name, value in columns.items():
            setattr(self, name, value)
        Nomination.objects.filter(pk=self.pk).update(**columns)


class Score(models.Model):
    """One member's points for one nomination, by the selection's criteria in their order. Kept for some time only."""

    panelist = models.ForeignKey(Panelist, models.CASCADE, related_name="scores")
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="scores")
    points = models.JSONField(default=list)
    total = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [models.UniqueConstraint(fields=["panelist", "nomination"], name="scored_once_by_each")]

    def __str__(self) -> str:
        return f"score-{self.pk}"
