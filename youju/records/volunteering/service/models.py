"""Services of volunteers: one activity, who served at it and how long. Pupils are counted by number alone."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.people import Person
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item, number_text
from youju.records.heads.lines import Line
from youju.records.heads.minors import unit_of_minors
from youju.records.heads.presence import Came, How, Listed, SignsIn
from youju.records.volunteering.service.minutes import minutes_between

MEASURES = load_measures(Path(__file__).parent)
LONGEST = 16 * 60  # minutes that anybody serves in a day


class Service(SignsIn):
    """minutes: how long whoever has no times of their own served. pupils: how many, pupil_minutes: each of them."""

    place = models.CharField(_("place of the service"), max_length=80, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes of each"), null=True, blank=True)
    pupils = models.PositiveIntegerField(pgettext_lazy("volunteers", "pupils"), null=True, blank=True)
    pupil_minutes = models.PositiveSmallIntegerField(_("minutes of each pupil"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*SignsIn.EDITED, "place", "minutes", "pupils", "pupil_minutes")
    SEARCHED: ClassVar[tuple[str, ...]] = ("place",)
    SIGNS_OUT: ClassVar[bool] = True

    class Meta:
        verbose_name = _("volunteer service")
        verbose_name_plural = _("volunteer services")

    def sign_in_list(self) -> list[Listed]:
        """The volunteers of the draft; pupils are told by number and sign in nowhere."""
        rows = self.volunteers.select_related("person")
        return [Listed(row.person, how=How.CODE if row.came else "") for row in rows]

    def sign_in_place(self) -> str:
        return self.place

    def write_signed(self, came: Mapping[int, Came]) -> None:
        """Whoever signed in is told with both times; who did not has not served, and is taken off."""
        rows = [row for row in self.volunteers.all() if row.person_id in came]
        self.save_parts({"volunteers": [row.values() | _times(came[row.person_id]) for row in rows]})

    def own_items(self) -> list[Item]:
        return [
            ("place", self.place),
            ("minutes", number_text(self.minutes)),
            ("pupils", number_text(self.pupils)),
            ("pupil_minutes", number_text(self.pupil_minutes)),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One activity; each adult once with their minutes, by token; pupils and their minutes by number."""
        facts = [self.fact("volunteers.activities", 1)]
        for row in self.volunteers.all():
            facts.append(self.fact("volunteers.served", 1, subject=row.person.token))
            facts.append(self.fact("volunteers.minutes", row.served or self.minutes or 0, subject=row.person.token))
        if self.pupils:
            unit = unit_of_minors(self.unit, self.pupils, self.happened)
            facts.append(self.fact("volunteers.served", self.pupils)._replace(unit=unit))
            facts.append(self.fact("volunteers.minutes", self.pupils * (self.pupil_minutes or 0))._replace(unit=unit))
        return tuple(facts)


class Served(Line):
    """One adult at one activity. came, left: when they signed in and out; minutes: typed, where nobody signed."""

    record = models.ForeignKey(Service, models.CASCADE, related_name="volunteers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    came = models.CharField(_("signed in"), max_length=5, blank=True)
    left = models.CharField(_("signed out"), max_length=5, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes, where nobody signed"), null=True, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("person", "came", "left", "minutes")
    KEY: ClassVar[tuple[str, ...]] = ("person",)

    class Meta(Line.Meta):
        verbose_name = _("volunteer at a service")
        verbose_name_plural = _("volunteers at a service")

    @property
    def served(self) -> int:
        """Minutes: computed from the two times, else as typed; 0 where those of the activity hold."""
        return minutes_between(self.came, self.left) or self.minutes or 0

    def faults(self) -> Iterable[tuple[str, str]]:
        if self.person.is_minor(clock.today()):
            yield "person", _text("Under age: pupils are told by number alone.")
        if (self.came or self.left) and minutes_between(self.came, self.left) is None:
            yield "left", _text("Write both times as 8:30 and 11:00, the later one last.")
        elif self.came and self.minutes:
            yield "minutes", _text("The two times say how long it was: leave the minutes empty.")
        elif self.served > LONGEST:
            yield "minutes", _text("More than sixteen hours in one day.")


def _times(came: Came) -> dict[str, Any]:
    """Both times of the clock; none where they are not a minute apart, so that the activity's own minutes hold."""
    first, last = _clock(came.at), _clock(came.left)
    told = (first, last) if minutes_between(first, last) else ("", "")
    return {"came": told[0], "left": told[1], "minutes": None}


def _clock(moment: datetime) -> str:
    return f"{localtime(moment):%H:%M}"
