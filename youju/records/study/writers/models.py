"""Expected writers (应写人员): who of a leading group owes a study report this year, copied from the group of the day.

What each of them wrote is told by study reports. Whoever is on the list and in no report has written nothing, and is
the least of all: no leader can be left out.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.orgs.groups import Group
from youju.orgs.people import Person, survivors
from youju.phrases import enumerated
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line, Values
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.study.writers.errors import ListedTwice, NotTheGroup

MEASURES = load_measures(Path(__file__).parent)
# Of what is still being written nobody is sure.
_TOLD = (State.FILED, State.SUBMITTED, State.CHECKED, State.VERIFIED)


class Writers(Record):
    """``happened`` is the day whose list is meant, in the year in which they owe a report. One a group and year."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+", verbose_name=_("leading group"))

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "group")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "group")

    class Meta:
        verbose_name = _("list of expected writers")
        verbose_name_plural = _("lists of expected writers")

    def ready(self) -> None:
        """Raises NotTheGroup, where the list is not the group's of the day, and ListedTwice."""
        listed = {row.person_id: str(row.person) for row in self.expected.all()}
        there = {person.pk: str(person) for person in self.group.on(self.happened)}
        kept_as = survivors((*listed, *there))
        persons = [{kept_as[pk]: name for pk, name in names.items()} for names in (listed, there)]
        if apart := persons[0].keys() ^ persons[1].keys():
            names = enumerated(sorted((persons[0] | persons[1])[pk] for pk in apart))
            raise NotTheGroup(title=self.title, group=self.group.name, day=self.happened, names=names)
        self._refuse_second()

    def _refuse_second(self) -> None:
        if other := other_list(self.group, self.happened.year, but=self.pk):
            raise ListedTwice(group=self.group.name, year=self.happened.year, other=other.title, ref=other.ref)

    def save_parts(self, values: dict[str, Any]) -> None:
        """Without rows the whole group of the day is copied in.

        A correction of what is verified makes no second list of a year either. Raises ListedTwice.
        """
        if not values.get("expected") and not self.expected.exists():
            values = values | {"expected": roster_rows(self.group.on(self.happened))}
        super().save_parts(values)
        if self.state == State.VERIFIED:
            self._refuse_second()

    def own_items(self) -> list[Item]:
        return [("group", self.group.code)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One for each who is not exempt, by token; of those under age nothing is expected."""
        owing = (row.person for row in self.expected.all() if not row.exempt)
        return tuple(
            self.fact("study_reports.due", 1, subject=person.token)
            for person in owing
            if not person.is_minor(self.happened)
        )


class Expected(Line):
    """One of the group. exempt: why nothing is asked of them this year."""

    record = models.ForeignKey(Writers, models.CASCADE, related_name="expected")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    exempt = models.CharField(_("exempt because"), max_length=80, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("person", "exempt")
    KEY: ClassVar[tuple[str, ...]] = ("person",)

    class Meta(Line.Meta):
        verbose_name = _("expected writer")
        verbose_name_plural = _("expected writers")


def other_list(group: Group, year: int, *, but: int | None) -> Writers | None:
    """The record that tells already who of a group owes a report in a year, besides the one of the id ``but``."""
    same = Writers.objects.filter(group=group, happened__year=year, state__in=_TOLD)
    return same.exclude(pk=but).first()


def roster_rows(persons: Iterable[Person]) -> list[Values]:
    """A row for each of a group, of all of whom something is expected."""
    return [{"person": person, "exempt": ""} for person in persons]
