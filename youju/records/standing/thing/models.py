"""Things that last (阵地、项目、制度): venues, programmes, rules in force, with the units that take part in them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.phrases import bracketed
from youju.records.case_rights import wrote
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.heads.lines import Line
from youju.records.heads.occasions import OccasionSort
from youju.records.heads.record import instant_text
from youju.records.standing.thing.moves import CLOSED, MOVES, OPENED, ThingState
from youju.records.standing.thing.parts import Listed, Span, check_parts, joining
from youju.records.standing.thing.sorts import ThingSort, Topic
from youju.records.verbs.occasion_verbs import occasion_change, occasion_open

MEASURES = load_measures(Path(__file__).parent)

_NAME_LENGTH = 80
"""Of an occasion, which a thing is to other records."""


class Thing(Case):
    """Of the unit that keeps it. ``happened`` is the day since when it has been there, long before the ledger perhaps.

    Its units and persons join and leave with milestones of their own; whoever is in when it ends leaves with it.
    """

    topic = models.CharField(_("topic"), max_length=20, choices=Topic.choices, blank=True)
    place = models.CharField(_("place or medium"), max_length=120, blank=True)
    document = models.CharField(_("decision or document"), max_length=160, blank=True)
    closed_on = models.DateField(_("ended on"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "sort", "topic", "unit", "title", "happened", "closed_on", "place", "document", "note", "owner",
    )  # fmt: skip
    SEARCHED: ClassVar[tuple[str, ...]] = ("place", "document")
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at", "self_verified", "opening")
    STATES = ThingState
    MOVES = MOVES
    FIRST = ThingState.REPORTED

    class Meta:
        verbose_name = _("standing thing")
        verbose_name_plural = _("standing things")

    @classmethod
    def waiting(cls) -> tuple[str, ...]:
        return (ThingState.REPORTED, ThingState.CLOSING)

    def standing(self) -> tuple[str, ...]:
        if self.state not in (ThingState.OPEN, ThingState.CLOSING, ThingState.CLOSED):
            return ()
        parts = [name for part in self.parts_listed() for name in part.milestones()]
        return (OPENED, *parts, *((CLOSED,) if self.state == ThingState.CLOSED else ()))

    def parts_listed(self) -> list[Part]:
        """Who takes or took part, in the order in which they were listed."""
        return list(self.listed.all())

    def parts_on(self, day: date) -> list[Part]:
        """Who takes part on a day; nobody before it was there, or once it has ended."""
        ended = self.state == ThingState.CLOSED and self.closed_on is not None and day >= self.closed_on
        return [] if ended or day < self.happened else [part for part in self.parts_listed() if part.holds(day)]

    def own_items(self, milestone: str) -> list[Item]:
        if milestone == CLOSED:
            return [
                ("closed_on", self.closed_on.isoformat() if self.closed_on else None),
                ("still_in", " ".join(str(part.place) for part in self._still_in())),
            ]
        return [
            ("topic", self.topic),
            ("place", self.place),
            ("document", self.document),
            ("verifier", self.verifier.token if self.verifier else None),
            ("verified_at", instant_text(self.verified_at)),
            ("self_verified", str(int(self.self_verified))),
        ]

    def items(self, milestone: str, attachments: Any) -> list[Item]:
        """Of a part its own few lines: what the thing is called is told once, by its opening."""
        part = self._part_of(milestone)
        if part is None:
            return super().items(milestone, attachments)
        return [("ref", self.ref), ("milestone", milestone), *part.items(milestone)]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One thing more or less, and each unit or person in it more or less, at their own unit."""
        if (part := self._part_of(milestone)) is not None:
            return self._part_facts(part, *part.change(milestone))
        if milestone == OPENED:
            return self._own_facts(1, self.happened)
        day = self.closed_on or self.happened
        still_in = (fact for part in self._still_in() for fact in self._part_facts(part, -1, day))
        return (*self._own_facts(-1, day), *still_in)

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Who confirmed it, and when; reported with its end, it is confirmed with it."""
        if action != "confirm":
            return {}
        state = {"state": ThingState.CLOSED} if self.closed_on else {}
        return {"verifier": actor, "verified_at": now, "self_verified": wrote(actor, self), **state}

    def moved(self, action: str, *, actor: Any) -> None:
        """Whatever stands in the ledger can be cited: it is an occasion, of the reference for a code."""
        name, ends = self.title[:_NAME_LENGTH], self.closed_on if self.state == ThingState.CLOSED else None
        if action == "confirm" and self.occasion is None:
            self.occasion = occasion_open(
                code=self.ref, sort=OccasionSort.THING, name=name, unit=self.unit, actor=actor,
                begins=self.happened, ends=ends,
            )  # fmt: skip
            Ledgered.objects.filter(pk=self.pk).update(occasion=self.occasion)
        elif self.occasion is not None and action in ("correct", "close", "reopen"):
            occasion_change(occasion=self.occasion, name=name, begins=self.happened, ends=ends, actor=actor)

    def save_parts(self, values: dict[str, Any]) -> None:
        """Also who takes part: ``listed`` in place of all that were reported; who joins, leaves, was listed by mistake.

        Raises what ``check_values`` raises.
        """
        self.check_values(values)
        super().save_parts(values)
        places = enumerate(joining(values), Part.everybody.filter(record=self).count() + 1)
        Part.objects.bulk_create(Part(record=self, place=place, **listed._asdict()) for place, listed in places)
        for part in values.get("leaving", ()):
            Part.objects.filter(pk=part.pk).update(until=values["until"])
        for part in values.get("unlisted", ()):
            Part.objects.filter(pk=part.pk).update(unlisted=True)

    def check_values(self, values: dict[str, Any]) -> None:
        """Raise what keeps the thing from having these values of a form, as ``check_parts`` does."""
        reported = [Listed(**row) for row in values.get("listed", ())]
        check_parts(
            Span(*(values.get(name) or getattr(self, name) for name in ("title", "happened", "closed_on"))),
            there=[] if "listed" in values or self.pk is None else [part.listed for part in self.parts_listed()],
            new=[*reported, *joining(values)],
            left=[part.listed._replace(until=values["until"]) for part in values.get("leaving", ())],
        )

    def _still_in(self) -> list[Part]:
        return [part for part in self.parts_listed() if part.until is None]

    def _part_of(self, milestone: str) -> Part | None:
        return next((part for part in self.listed.all() if milestone in part.names), None)

    def _own_facts(self, quantity: int, day: date) -> tuple[FactLine, ...]:
        facts = [self.fact("standing.things", quantity, category=self.sort)]
        if self.topic == Topic.ONLINE_OPINION:
            facts.append(self.fact("mechanisms.in_force", quantity))
        return tuple(fact._replace(day=day) for fact in facts)

    def _part_facts(self, part: Part, quantity: int, day: date) -> tuple[FactLine, ...]:
        subject = part.person.token if part.person else ""
        facts = [self.fact("standing.parts", quantity, category=self.sort, subject=subject)]
        if self.sort == ThingSort.PROGRAMME and self.topic and part.person is None:
            facts.append(self.fact("projects.running", quantity, category=self.topic))
        return tuple(fact._replace(unit=part.unit.code, day=day) for fact in facts)


class ListedManager(models.Manager["Part"]):
    """Without those who were listed by mistake."""

    def get_queryset(self) -> models.QuerySet[Part]:
        return super().get_queryset().filter(unlisted=False)


class Part(Line):
    """One unit, or one person of a unit, in a thing. until: the first day on which it takes part no more.

    unlisted: whether it was listed by mistake, and never counted; its place is not given to another.
    """

    record = models.ForeignKey(Thing, models.CASCADE, related_name="listed")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    since = models.DateField(_("from when on"))
    until = models.DateField(_("until, the first day without it"), null=True, blank=True)
    unlisted = models.BooleanField(default=False, editable=False)

    COLUMNS: ClassVar[tuple[str, ...]] = ("unit", "person", "since", "until")

    objects: ClassVar[models.Manager[Any]] = ListedManager()
    everybody: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta(Line.Meta):
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [models.UniqueConstraint(fields=["record", "place"], name="one_part_per_place")]

    def __str__(self) -> str:
        return bracketed(self.person, self.unit) if self.person else str(self.unit)

    @property
    def listed(self) -> Listed:
        return Listed(**self.values())

    @property
    def names(self) -> tuple[str, str]:
        """Its two milestones, of which the second comes with its leaving."""
        return f"in-{self.place}", f"out-{self.place}"

    def milestones(self) -> tuple[str, ...]:
        return self.names if self.until else self.names[:1]

    def change(self, milestone: str) -> tuple[int, date]:
        """How many more there are by a milestone of it, and from which day."""
        return (1, self.since) if milestone == self.names[0] else (-1, self.until or self.since)

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def items(self, milestone: str) -> list[Item]:
        came: list[Item] = [
            ("unit", self.unit.code),
            ("person", self.person.token if self.person else None),
            ("since", self.since.isoformat()),
        ]
        left: list[Item] = [("until", self.until.isoformat() if self.until else None)]
        return came if milestone == self.names[0] else left
