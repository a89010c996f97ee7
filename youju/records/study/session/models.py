"""Study sessions: who was on the roster, who came."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.orgs.people import Person
from youju.records.base import Record
from youju.records.ledgered import Item
from youju.records.measures import load_measures

MEASURES = load_measures(Path(__file__).parent)


class StudySort(models.TextChoices):
    """The categories under which sessions are counted; the same codes stand in measures.toml."""

    CENTER_GROUP = "center_group", _("leading group's study")
    BRANCH = "branch", _("party branch study")
    STAFF = "staff", _("staff study")
    LECTURE = "lecture", _("lecture")


class StudySession(Record):
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    speaker = models.CharField(_("speaker"), max_length=60, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "topic", "speaker")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "attendance__person")

    class Meta:
        verbose_name = _("study session")
        verbose_name_plural = _("study sessions")

    def save_parts(self, values: dict[str, Any]) -> None:
        """Also the attendance: ``expected`` and ``present`` are persons; who was present was expected."""
        super().save_parts(values)
        if "expected" in values:
            self._set_attendance(values["expected"], values["present"])

    def _set_attendance(self, expected: Iterable[Person], present: Iterable[Person]) -> None:
        came = {person.pk for person in present}
        people = {person.pk for person in expected} | came
        self.attendance.all().delete()
        Attendance.objects.bulk_create(
            Attendance(session=self, person_id=pk, present=pk in came) for pk in sorted(people)
        )

    def parts(self) -> dict[str, Any]:
        rows = list(self.attendance.all())
        return super().parts() | {
            "expected": [row.person for row in rows],
            "present": [row.person for row in rows if row.present],
        }

    def own_items(self) -> list[Item]:
        rows = sorted((row.person.token, row.present) for row in self.attendance.all())
        return [
            ("topic", self.topic),
            ("speaker", self.speaker),
            *((f"attendance/{token}", str(int(present))) for token, present in rows),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One session; how many were expected; and each adult who came, by token (a minor's token is not posted)."""
        rows = list(self.attendance.all())
        came = [
            self.fact("study.present", 1, category=self.sort, subject=self._subject(row.person))
            for row in rows
            if row.present
        ]
        return (
            self.fact("study.sessions", 1, category=self.sort),
            self.fact("study.expected", len(rows), category=self.sort),
            *came,
        )

    def _subject(self, person: Person) -> str:
        return "" if person.is_minor(self.happened) else person.token


class Attendance(models.Model):
    """One person of the roster at one session."""

    session = models.ForeignKey(StudySession, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    present = models.BooleanField(_("present"), default=True)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="one_person_once_per_session")]
