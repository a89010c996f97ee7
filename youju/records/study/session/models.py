"""Study sessions: the list of the group on that day, copied in, and what is said of everybody on it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.orgs.groups import Group
from youju.orgs.people import Person
from youju.records.base import Record
from youju.records.ledgered import Item
from youju.records.measures import load_measures
from youju.records.minors import unit_of_minors
from youju.records.states import EDITABLE, State
from youju.records.study.session.attendance import REASON_LENGTH, Mark, Marked, Marks
from youju.records.study.session.errors import NotOnTheList, RosterChanged

MEASURES = load_measures(Path(__file__).parent)


class StudySort(models.TextChoices):
    """The categories under which sessions are counted; the same codes stand in measures.toml."""

    CENTER_GROUP = "center_group", _("leading group's study")
    BRANCH = "branch", _("party branch study")
    STAFF = "staff", _("staff study")
    LECTURE = "lecture", _("lecture")


class StudySession(Record):
    """roster_of: the group and day whose list was copied in; the list of a verified session stays what it was."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+", verbose_name=_("study group"))
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    speaker = models.CharField(_("speaker"), max_length=60, blank=True)
    guests = models.PositiveSmallIntegerField(
        _("guests"), default=0, blank=True, help_text=_("Who came without being on the list: counted apart.")
    )
    roster_of = models.CharField(max_length=80, editable=False)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "group", "topic", "speaker", "guests")
    SEARCHED: ClassVar[tuple[str, ...]] = ("topic", "speaker")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "group", "attendance__person")

    class Meta:
        verbose_name = _("study session")
        verbose_name_plural = _("study sessions")

    def roster(self, group: Group, day: date) -> list[Person]:
        """Who should come: the group's members on that day; of what was verified, the list as it was copied in."""
        settled = self.state not in (*EDITABLE, State.FILED, State.SUBMITTED)
        if settled and self.roster_of == _list_of(group, day):
            return [row.person for row in self.attendance.select_related("person")]
        return list(group.on(day))

    def ready(self) -> None:
        """Raises RosterChanged where the group's list of the day is no longer the one that was marked."""
        there = {_survivor(row.person).pk for row in self.attendance.all()}
        if there != {person.pk for person in self.group.on(self.happened)}:
            raise RosterChanged(title=self.title, group=self.group.name, day=self.happened)

    def save_parts(self, values: dict[str, Any]) -> None:
        """Also the attendance: ``marks`` are Marked; who is on the list and not among them was absent.

        Raises NotOnTheList.
        """
        super().save_parts(values)
        if "marks" in values:
            self._copy_roster(values["marks"])

    def _copy_roster(self, marks: Iterable[Marked]) -> None:
        roster = self.roster(self.group, self.happened)
        given = {marked.person.pk: marked for marked in marks}
        if given.keys() - {person.pk for person in roster}:
            raise NotOnTheList(title=self.title, group=self.group.name, day=self.happened)
        self.attendance.all().delete()
        Attendance.objects.bulk_create(
            self._row(given.get(person.pk, Marked(person, Mark.ABSENT))) for person in roster
        )
        self.roster_of = _list_of(self.group, self.happened)
        type(self).objects.filter(pk=self.pk).update(roster_of=self.roster_of)

    def _row(self, marked: Marked) -> "Attendance":
        person, mark, reason = marked
        return Attendance(
            session=self,
            person=person,
            mark=mark,
            reason=reason[:REASON_LENGTH],
            minor=person.is_minor(self.happened),
        )

    def parts(self) -> dict[str, Any]:
        return super().parts() | {"marks": Marks(row.marked for row in self.attendance.select_related("person"))}

    def own_items(self) -> list[Item]:
        rows = sorted((f"attendance/{row.person.token}", row.text) for row in self.attendance.all())
        return [
            ("group", self.group.code),
            ("topic", self.topic),
            ("speaker", self.speaker),
            ("guests", str(self.guests)),
            ("roster_of", self.roster_of),
            *rows,
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One session; who was expected; each adult who came by token, minors by number; leaves; guests."""
        rows = list(self.attendance.all())
        minors_at = unit_of_minors(self.unit, sum(row.minor for row in rows), self.happened)
        came = [row for row in rows if row.mark == Mark.PRESENT]
        return (
            self.fact("study.sessions", 1, category=self.sort),
            *self._counted("study.expected", rows, minors_at),
            *(self._named(row) for row in came if not row.minor),
            *self._counted("study.present", [row for row in came if row.minor], minors_at),
            *self._counted("study.leave", [row for row in rows if row.mark == Mark.LEAVE], minors_at),
            *([self.fact("study.guests", self.guests, category=self.sort)] if self.guests else []),
        )

    def _named(self, row: "Attendance") -> FactLine:
        return self.fact("study.present", 1, category=self.sort, subject=row.person.token)

    def _counted(self, measure: str, rows: "Iterable[Attendance]", minors_at: str) -> list[FactLine]:
        """How many rows there are, by unit; nothing where there are none."""
        counts = Counter(minors_at if row.minor else self.unit.code for row in rows)
        return [
            self.fact(measure, count, category=self.sort)._replace(unit=unit) for unit, count in sorted(counts.items())
        ]


class Attendance(models.Model):
    """One person of the list at one session. minor: whether they were under age on that day."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    mark = models.CharField(_("attendance"), max_length=10, choices=Mark.choices)
    reason = models.CharField(_("reason for the leave"), max_length=REASON_LENGTH, blank=True)
    minor = models.BooleanField(_("under age"), default=False)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="one_person_once_per_session")]

    @property
    def marked(self) -> Marked:
        return Marked(self.person, self.mark, self.reason)

    @property
    def text(self) -> str:
        """What the commitment covers, in lines: the mark, whether under age, the reason. One item, erased as one."""
        return "\n".join((self.mark, str(int(self.minor)), self.reason))


def _list_of(group: Group, day: date) -> str:
    return f"{group.code}/{day.isoformat()}"


def _survivor(person: Person) -> Person:
    """The person that a merged one lives on as."""
    while person.merged_into is not None:
        person = person.merged_into
    return person
