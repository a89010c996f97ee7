"""Calls for volunteers (志愿活动招募): an activity to come, how many it has room for, and who is signed up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.consents import Consent, Purpose
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.phrases import bracketed
from youju.records.alerts import AlertSort, alert
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.volunteering.recruitment.errors import MinorRefused, NotHeldYet, SignedUpAlready, SignUpOver
from youju.records.volunteering.recruitment.moves import HELD, MOVES, RecruitmentState
from youju.records.volunteering.recruitment.queue import Queue, queue

MEASURES = load_measures(Path(__file__).parent)


class Joining(NamedTuple):
    """Somebody to be signed up, for which unit, and by whom."""

    person: Person
    unit: Unit
    by: Member


class Recruitment(Case):
    """Of the unit that holds the activity. happened: its day; due_on: the last day to sign up; partners: the units that
    sign up their own people beside it. places: how many it has room for; minutes: how long it is meant to take.
    """

    starts = models.CharField(_("begins at"), max_length=5, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes of service"))
    place = models.CharField(_("place of the service"), max_length=80)
    places = models.PositiveSmallIntegerField(_("places"))
    minors_allowed = models.BooleanField(_("open to minors with their guardian's consent"), default=False)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "happened", "due_on", "note", "starts", "minutes", "place", "places", "minors_allowed",
    )  # fmt: skip
    SEARCHED: ClassVar[tuple[str, ...]] = ("place",)
    STATES = RecruitmentState
    MOVES = MOVES
    FIRST = RecruitmentState.OPEN

    class Meta:
        verbose_name = _("call for volunteers")
        verbose_name_plural = _("calls for volunteers")

    def listed(self) -> list[SignUp]:
        """Who is signed up and has not left, in their order."""
        return list(self.signups.filter(left=False).select_related("person", "unit", "by"))

    def in_line(self) -> Queue[SignUp]:
        return queue(self.listed(), self.places)

    def present(self) -> list[SignUp]:
        return [signup for signup in self.listed() if signup.came]

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Raises NotHeldYet before its day has come."""
        if action == "hold" and self.happened > clock.today():
            raise NotHeldYet(title=self.title, day=self.happened)
        return {}

    def save_parts(self, values: dict[str, Any]) -> None:
        """Also who joins, leaves, came. Raises SignUpOver, SignedUpAlready, MinorRefused."""
        super().save_parts(values)
        for signup in values.get("leaving", ()):
            self.signups.filter(pk=signup.pk).update(left=True)
        self._join(values.get("joining", ()))
        if "came" in values:
            self.signups.update(came=False)
            self.signups.filter(pk__in=[signup.pk for signup in values["came"]], left=False).update(came=True)

    def moved(self, action: str, *, actor: Any) -> None:
        """Give the places as the line now stands, and tell those whose people have moved up, by who signed them up."""
        if action == "undo":
            self.signups.update(came=False)
        seated = self.in_line().seated
        up = [signup for signup in seated if not signup.seated]
        self.signups.update(seated=False)
        self.signups.filter(pk__in=[signup.pk for signup in seated]).update(seated=True)
        if action != "join":
            alert(told=[(signup.by, self.ref) for signup in up], sort=AlertSort.MOVED_ON, actor=actor)

    def standing(self) -> tuple[str, ...]:
        return (HELD,) if self.state == RecruitmentState.HELD else ()

    def own_items(self, milestone: str) -> list[Item]:
        return [
            ("starts", self.starts),
            ("minutes", str(self.minutes)),
            ("place", self.place),
            ("places", str(self.places)),
            ("minors_allowed", str(int(self.minors_allowed))),
            ("signed_up", " ".join(signup.person.token for signup in self.listed())),
            ("came", " ".join(signup.person.token for signup in self.present())),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One activity for which volunteers were called; how long they served is told by the service itself."""
        return (self.fact("volunteers.recruitments", 1),)

    def _join(self, joining: Iterable[Joining]) -> None:
        there = {signup.person_id for signup in self.listed()}
        for person, unit, by in joining:
            if self.due_on and clock.today() > self.due_on:
                raise SignUpOver(title=self.title, day=self.due_on)
            if person.pk in there:
                raise SignedUpAlready(title=self.title, name=person)
            if person.is_minor(self.happened) and not (self.minors_allowed and _has_consent(person, self)):
                raise MinorRefused(name=person)
            SignUp.objects.create(record=self, person=person, unit=unit, by=by)
            there.add(person.pk)


class SignUp(models.Model):
    """One person, in the order of the ids. by, unit: who signed them up, and for which unit.

    left: taken out again. seated: whether there is a place, as it was last told.
    """

    record = models.ForeignKey(Recruitment, models.CASCADE, related_name="signups")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("signed up by"))
    at = models.DateTimeField(_("signed up"), default=clock.now)
    left = models.BooleanField(_("taken off the list"), default=False)
    seated = models.BooleanField(_("has a place"), default=False)
    came = models.BooleanField(_("was there"), default=False)

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["record", "person"], condition=Q(left=False), name="signed_up_once"),
        ]

    def __str__(self) -> str:
        return bracketed(self.person, self.unit)


def _has_consent(person: Person, recruitment: Recruitment) -> bool:
    consents = Consent.objects.filter(person=person, purpose=Purpose.VOLUNTEERING)
    return consents.valid_on(recruitment.happened).exists()
