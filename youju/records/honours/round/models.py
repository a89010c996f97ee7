"""Selections (评选): a call with criteria and quotas, nominations, a panel, a list under notice, a signed decision.

It ends in an award list, which counts whom it honours; the selection itself counts that it was called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.errors import YoujuError
from youju.gate.outgoing import Outgoing
from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.orgs.people import Person, survivors
from youju.orgs.tickets import Purpose, tickets_revoke
from youju.orgs.units import Unit
from youju.records.alerts import AlertSort, alert
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.honours.award.models import Holder
from youju.records.honours.round.addressed import asked_to_nominate, units_called
from youju.records.honours.round.awarding import certificates_number
from youju.records.honours.round.bases import QuotaBy
from youju.records.honours.round.choosing import choose, chosen_digest, refuse_doubles, refuse_unfit
from youju.records.honours.round.closing import refuse_pending, refuse_unscored, refuse_without_sheets, totals_write
from youju.records.honours.round.errors import DayOfDecision, NoQuota, SignerOnPanel
from youju.records.honours.round.moves import CALLED, MOVES, RoundState
from youju.records.honours.round.noticing import notice_of_list, what_goes_out
from youju.records.honours.title.models import GoesTo, Title
from youju.records.notices.passing import problem_of_list, require_passed
from youju.records.notices.verbs import notice_stop

MEASURES = load_measures(Path(__file__).parent)


class Chosen(NamedTuple):
    """One on the list, as it was put there. ref: of the nomination. holder: the person's token, or the unit's code.
    points: the mean of the sheets in hundredths, 0 where nobody scored.
    """

    ref: str
    holder: str
    points: int


class Round(Case):
    """happened: the day of the call; due_on: the last day to nominate; note: what is asked of nominees.

    award: the title it gives, to ``most`` at most. nominees: how many places there are in all; quota_by: by what they
    are shared out. by_town: whether a school's nominations pass its town first. chosen: the list, as ``Chosen``; only
    ``picks`` of a move change it. panel_closed_on: the day from which single sheets are kept for some time only.
    """

    award = models.ForeignKey(Title, models.PROTECT, related_name="+", verbose_name=_("title given"))
    most = models.PositiveSmallIntegerField(_("given to at most"))
    nominees = models.PositiveSmallIntegerField(_("places to nominate, in all"))
    quota_by = models.CharField(
        _("places shared out by"), max_length=10, choices=QuotaBy.choices, default=QuotaBy.TEACHERS
    )
    by_town = models.BooleanField(_("towns review before the bureau"), default=False)
    posted_at = models.CharField(_("where the notice is posted"), max_length=120, blank=True)
    contact = models.CharField(_("contact for objections"), max_length=120, blank=True)
    names_basis = models.CharField(_("basis on which minors are named"), max_length=200, blank=True)
    document = models.CharField(_("number of the decision"), max_length=80, blank=True)
    decided_on = models.DateField(_("day of the decision"), null=True, blank=True)
    recommended_to = models.CharField(_("recommended to"), max_length=80, blank=True)
    chosen = models.JSONField(default=list)
    panel_closed_on = models.DateField(null=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "happened", "due_on", "occasion", "note", "award", "most", "nominees", "quota_by", "by_town",
        "posted_at", "contact", "names_basis", "document", "decided_on", "recommended_to",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "award")
    SEARCHED: ClassVar[tuple[str, ...]] = ("document",)
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at")
    STATES = RoundState
    MOVES = MOVES
    FIRST = RoundState.CALLED

    class Meta:
        verbose_name = _("selection")
        verbose_name_plural = _("selections")

    @classmethod
    def running(cls) -> tuple[str, ...]:
        """One whose title is given is over, whether or not it is recommended further."""
        return tuple(state for state in super().running() if state != RoundState.AWARDED)

    @classmethod
    def waiting(cls) -> tuple[str, ...]:
        """While schools nominate, towns review or the panel scores, it waits for them and not for an officer."""
        others = (RoundState.COLLECTING, RoundState.TOWN, RoundState.PANEL)
        return tuple(state for state in super().waiting() if state not in others)

    def turn(self) -> Iterable[Member | None]:
        """While schools nominate, whoever records for one that has a place left; else whoever opened it."""
        return asked_to_nominate(self) if self.state == RoundState.COLLECTING else super().turn()

    @property
    def listed(self) -> list[Chosen]:
        return [Chosen(*row) for row in self.chosen]

    @property
    def digest(self) -> str:
        """Of the list as it is: what a notice must have been of."""
        return chosen_digest(self)

    @property
    def for_units(self) -> bool:
        return self.award.goes_to == GoesTo.UNIT

    @property
    def is_given(self) -> bool:
        return self.state in (RoundState.AWARDED, RoundState.RECOMMENDED)

    def award_lines(self) -> models.QuerySet[Holder]:
        """All lines of award lists that give the title."""
        return Holder.objects.filter(title=self.award_id)

    def nominations_listed(self) -> list[Any]:
        """The nominations on the list, in its order."""
        found = {
            nomination.ref: nomination
            for nomination in self.nominations.filter(ref__in=[row.ref for row in self.listed]).select_related(
                "unit", "person", "selection__award"
            )
        }
        return [found[row.ref] for row in self.listed]

    def concerns(self, member: Member) -> bool:
        """Whether the member is on the panel, or nominated, also under an entry that was merged into theirs."""
        if self.panelists.filter(member=member).exists():
            return True
        kept = survivors(self.nominations.values_list("person_id", flat=True))
        return Person.objects.filter(pk__in=[*kept, *kept.values()], member=member).exists()

    def obstacle(self, action: str) -> YoujuError | None:
        """Nobody signs before the list was under notice to its end, and what was objected to it is answered."""
        return problem_of_list(self.ref, self.digest) if action == "decide" else None

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Who signed. Raises SignerOnPanel."""
        if action != "decide":
            return {}
        if self.concerns(actor):
            raise SignerOnPanel(title=self.title)
        return {"verifier": actor, "verified_at": now}

    def save_parts(self, values: dict[str, Any]) -> None:
        """Also who is on the list, and which units see the call: those with a place, and the towns that review.

        Raises NotNominated, TooMany.
        """
        super().save_parts(values)
        if "quotas" in values or "by_town" in values:
            self.partners.set(units_called(self))
        if "picks" in values:
            choose(self, values["picks"])

    def moved(self, action: str, *, actor: Any) -> None:
        """Hold each step to its rule, and bring about what it means. Raises what round/errors.py and notices say."""
        match action:
            case "begin":
                if not self.quotas.filter(places__gt=0).exists():
                    raise NoQuota()
            case "to_panel":
                refuse_pending(self)
            case "list":
                self._close_panel(actor)
            case "publish" | "edit":
                self._show(actor)
            case "stop":
                notice_stop(ref=self.ref, actor=actor, reason=_text("the list goes back"))
            case "decide":
                self._decide()
            case "award":
                certificates_number(self)
                told = [(nomination.author, nomination.ref) for nomination in self.nominations_listed()]
                alert(told=told, sort=AlertSort.MOVED_ON, actor=actor)
            case "cancel":
                notice_stop(ref=self.ref, actor=actor, reason=_text("the selection is cancelled"))
                tickets_revoke(purpose=Purpose.EXPERT, ref=self.ref, actor=actor)

    def goes_out(self, action: str) -> Outgoing | None:
        """The list, when its notice begins or begins anew."""
        shows = action in ("publish", "edit") and self.state == RoundState.NOTICE
        return what_goes_out(self) if shows else None

    def standing(self) -> tuple[str, ...]:
        return () if self.state == RoundState.CANCELLED else (CALLED,)

    def own_items(self, milestone: str) -> list[Item]:
        return [
            ("award", self.award.code),
            ("most", str(self.most)),
            ("nominees", str(self.nominees)),
            ("quota_by", self.quota_by),
            ("by_town", str(int(self.by_town))),
            ("posted_at", self.posted_at),
            ("contact", self.contact),
            ("names_basis", self.names_basis),
            ("document", self.document),
            ("decided_on", self.decided_on.isoformat() if self.decided_on else None),
            ("signed_by", self.verifier.token if self.verifier else None),
            ("recommended_to", self.recommended_to),
            ("panel_closed_on", self.panel_closed_on.isoformat() if self.panel_closed_on else None),
            *((f"chosen/{row.ref}", f"{row.holder} {row.points}") for row in self.listed),
            *self.line_items(),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One selection, on the day of its call."""
        return (self.fact("honours.rounds", 1),)

    def put(self, **columns: Any) -> None:
        """Write columns that only moves bring, here and in the row. A part of a verb."""
        for name, value in columns.items():
            setattr(self, name, value)
        Round.objects.filter(pk=self.pk).update(**columns)

    def _close_panel(self, actor: Actor) -> None:
        refuse_without_sheets(self)
        totals_write(self)
        refuse_unscored(self)
        choose(self, [row.ref for row in self.listed])  # with the points that they have now
        self.put(panel_closed_on=clock.today())
        tickets_revoke(purpose=Purpose.EXPERT, ref=self.ref, actor=actor)
        refuse_unfit(self)

    def _show(self, actor: Actor) -> None:
        refuse_unfit(self)
        if self.state == RoundState.NOTICE:
            notice_of_list(self, actor)

    def _decide(self) -> None:
        """Raises what ``require_passed`` does, HeldAlready, DayOfDecision."""
        notice = require_passed(ref=self.ref, digest=self.digest)
        refuse_doubles(self)
        if self.decided_on is None or not notice.end < self.decided_on <= clock.today():
            raise DayOfDecision(day=self.decided_on)


class Criterion(Line):
    """One thing that is scored, from 0 to ``points``."""

    record = models.ForeignKey(Round, models.CASCADE, related_name="criteria")
    text = models.CharField(_("scored item"), max_length=200)
    points = models.PositiveSmallIntegerField(_("points at most"))

    COLUMNS: ClassVar[tuple[str, ...]] = ("text", "points")
    KEY: ClassVar[tuple[str, ...]] = ("text",)

    class Meta(Line.Meta):
        verbose_name = _("scored item")
        verbose_name_plural = _("scored items")

    def faults(self) -> Iterable[tuple[str, str]]:
        if not self.points:
            yield "points", _text("A criterion gives one point at least.")


class Quota(Line):
    """How many a unit may nominate. base: what it was worked out by, 0 where it was typed."""

    record = models.ForeignKey(Round, models.CASCADE, related_name="quotas")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    base = models.PositiveIntegerField(_("worked out by"), default=0, blank=True)
    places = models.PositiveSmallIntegerField(pgettext_lazy("quota", "places"))

    COLUMNS: ClassVar[tuple[str, ...]] = ("unit", "base", "places")
    KEY: ClassVar[tuple[str, ...]] = ("unit",)

    class Meta(Line.Meta):
        verbose_name = _("quota")
        verbose_name_plural = _("quotas")


class Panelist(models.Model):
    """Who scores: a member, or somebody outside by a ticket. unit: whose nominations they stand aside from.

    declared: the references of other nominations from which they stand aside by their own word.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="panelists")
    name = models.CharField(_("name"), max_length=40)
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("account")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("own unit"))
    declared = models.JSONField(default=list)
    handed_in = models.DateTimeField(_("handed in"), null=True)

    class Meta:
        verbose_name = _("member of the panel")
        verbose_name_plural = _("members of the panel")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "member"], condition=Q(member__isnull=False), name="on_a_panel_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def stands_aside(self, nomination: Any) -> bool:
        """Whether this member may not score a nomination: of the own unit, of themself, or by their own word."""
        return self.is_own(nomination) or nomination.ref in self.declared

    def is_own(self, nomination: Any) -> bool:
        """By rule: a nomination of the unit they are of, or of themself."""
        person = nomination.person
        same = bool(person and self.member_id and person.member_id == self.member_id)
        return same or (self.unit_id is not None and nomination.unit_id == self.unit_id)

    def to_score(self, nominations: Iterable[Any]) -> Iterator[Any]:
        """Those that this member has to score."""
        return (nomination for nomination in nominations if not self.stands_aside(nomination))
