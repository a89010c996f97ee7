"""Study sessions: the list of the group on that day, copied in, and what is said of everybody on it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.ledger.insert import insert_objects
from youju.orgs.groups import Group
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item, number_text
from youju.records.heads.minors import unit_of_minors
from youju.records.heads.presence import Came, How, Listed, SignsIn
from youju.records.heads.states import EDITABLE, State
from youju.records.study.session.attendance import REASON_LENGTH, Mark, Marked, Marks
from youju.records.study.session.errors import NotOnTheList, RosterChanged

MEASURES = load_measures(Path(__file__).parent)

# Who was away and made the session up, let count once.
MADE_UP = "made_up"

# Met all four requirements of a complete session.
COMPLETE = "complete"


class StudySort(models.TextChoices):
    """The categories under which sessions are counted; the same codes stand in measures.toml."""

    CENTER_GROUP = "center_group", _("leading group's study")
    BRANCH = "branch", _("party branch study")
    STAFF = "staff", _("staff study")
    LECTURE = "lecture", _("lecture")


class StudySession(SignsIn):
    """roster_of: the group and day whose list was copied in; the list of a verified session stays what it was.

    made_up_by: who noted last that somebody made the session up. made_up_on: the day from which that counts, and no
    more is noted. Only the verbs of records/verbs/making_up.py write the two.
    complete_on: when it was found to meet the four requirements. planned_by: the due that asked for it, by reference.
    Only records/verbs/completing.py writes the two.
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="+", verbose_name=_("study group"))
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    speaker = models.CharField(_("speaker"), max_length=60, blank=True)
    guests = models.PositiveSmallIntegerField(
        _("guests"), null=True, blank=True, help_text=_("Who came without being on the list: counted apart.")
    )
    roster_of = models.CharField(max_length=80, editable=False)
    made_up_by = models.ForeignKey(
        Member, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("made up, says")
    )
    made_up_on = models.DateField(_("made-up attendance closed on"), null=True, editable=False)

    complete_on = models.DateField(_("found complete on"), null=True, editable=False)
    planned_by = models.CharField(_("asked for by"), max_length=40, blank=True, editable=False)

    EDITED: ClassVar[tuple[str, ...]] = (*SignsIn.EDITED, "group", "topic", "speaker", "guests")
    SEARCHED: ClassVar[tuple[str, ...]] = ("topic", "speaker")
    RELATED: ClassVar[tuple[str, ...]] = (*SignsIn.RELATED, "group", "made_up_by", "attendance__person")

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

    def sign_in_list(self) -> list[Listed]:
        rows = self.attendance.select_related("person")
        return [Listed(row.person, row.minor, row.signed_in) for row in rows]

    def sign_in_place(self) -> str:
        return self.group.name

    def write_signed(self, came: Mapping[int, Came]) -> None:
        """Whoever signed in has come; all others keep the mark they have."""
        rows = list(self.attendance.filter(person__in=came))
        for row in rows:
            row.mark, row.reason, row.signed_in, row.made_up = Mark.PRESENT, "", came[row.person_id].how, ""
        Attendance.objects.bulk_update(rows, ["mark", "reason", "signed_in", "made_up"])

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
        before = {row.person_id: row for row in self.attendance.all()}
        self.attendance.all().delete()
        insert_objects(
            self._row(given.get(person.pk, Marked(person, Mark.ABSENT)), before.get(person.pk)) for person in roster
        )
        self.roster_of = _list_of(self.group, self.happened)
        type(self).objects.filter(pk=self.pk).update(roster_of=self.roster_of)

    def _row(self, marked: Marked, before: "Attendance | None") -> "Attendance":
        """before: the person's row so far. Of who is still not present it stays how the session was made up, and of who
        is present how they signed in.
        """
        person, mark, reason = marked
        made_up, signed_in = (before.made_up, before.signed_in) if before else ("", "")
        return Attendance(
            session=self,
            person=person,
            mark=mark,
            reason=reason[:REASON_LENGTH],
            minor=person.is_minor(self.happened),
            made_up="" if mark == Mark.PRESENT else made_up,
            signed_in=signed_in if mark == Mark.PRESENT else "",
        )

    def parts(self) -> dict[str, Any]:
        return super().parts() | {"marks": Marks(row.marked for row in self.attendance.select_related("person"))}

    def own_items(self) -> list[Item]:
        rows = sorted((f"attendance/{row.person.token}", row.text) for row in self.attendance.all())
        return [
            ("group", self.group.code),
            ("topic", self.topic),
            ("speaker", self.speaker),
            ("guests", number_text(self.guests)),
            ("roster_of", self.roster_of),
            *rows,
        ]

    def missed(self) -> "list[Attendance]":
        """Who was on leave or absent, in the list's order."""
        return [row for row in self.attendance.all() if row.mark != Mark.PRESENT]

    def later(self) -> tuple[str, ...]:
        made_up = self.made_up_on is not None and any(row.made_up for row in self.missed())
        return (*([MADE_UP] if made_up else []), *([COMPLETE] if self.complete_on else []))

    def later_items(self, milestone: str) -> list[Item]:
        """Who made the session up and how, who noted it, and when it was let count; or when it was found complete."""
        if milestone == COMPLETE:
            found = self.complete_on.isoformat() if self.complete_on else None
            return [("complete_on", found), ("planned_by", self.planned_by)]
        rows = sorted((f"made_up/{row.person.token}", row.made_up) for row in self.missed() if row.made_up)
        return [
            ("made_up_by", self.made_up_by.token if self.made_up_by else None),
            ("made_up_on", self.made_up_on.isoformat() if self.made_up_on else None),
            *rows,
        ]

    def later_facts(self, milestone: str) -> tuple[FactLine, ...]:
        """Each adult who made it up by token, minors by number, on the session's day: a part of who was expected. A
        complete session counts once, on its own day too.
        """
        if milestone == COMPLETE:
            return (self.fact("study.complete", 1, category=self.sort),)
        rows = [row for row in self.missed() if row.made_up]
        minors_at = unit_of_minors(self.unit, sum(row.minor for row in self.attendance.all()), self.happened)
        return (
            *(self.fact("study.made_up", 1, category=self.sort, subject=row.person.token)
              for row in rows if not row.minor),
            *self._counted("study.made_up", [row for row in rows if row.minor], minors_at),
        )  # fmt: skip

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
    signed_in = models.CharField(_("how signed in"), max_length=8, choices=How.choices, blank=True)
    made_up = models.CharField(_("how it was made up"), max_length=REASON_LENGTH, blank=True)

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
        """What the commitment covers, in lines: the mark, whether under age, the reason, and how somebody signed in who
        did. One item, erased as one.
        """
        signed_in = [self.signed_in] if self.signed_in else []
        return "\n".join((self.mark, str(int(self.minor)), self.reason, *signed_in))


def _list_of(group: Group, day: date) -> str:
    return f"{group.code}/{day.isoformat()}"


def _survivor(person: Person) -> Person:
    """The person that a merged one lives on as."""
    while person.merged_into is not None:
        person = person.merged_into
    return person
