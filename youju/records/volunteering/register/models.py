"""The register of volunteers: who joined or left on a day; adults by person, pupils by number."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from django.db import models
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
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class Change(models.TextChoices):
    JOINED = "joined", _("joining")
    LEFT = "left", _("leaving")


class Register(Record):
    """pupils: how many of them, who are under age and bear no name here; consents: where their guardians' are filed."""

    change = models.CharField(_("joined or left"), max_length=8, choices=Change.choices, default=Change.JOINED)
    pupils = models.PositiveIntegerField(pgettext_lazy("volunteers", "pupils"), null=True, blank=True)
    consents = models.CharField(_("where the guardians' consents are filed"), max_length=120, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "change", "pupils", "consents")

    class Meta:
        verbose_name = _("registration of volunteers")
        verbose_name_plural = _("registrations of volunteers")

    def own_items(self) -> list[Item]:
        return [("change", self.change), ("pupils", number_text(self.pupils)), ("consents", self.consents)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One more or one fewer for each adult, by token; so many pupils."""
        sign = 1 if self.change == Change.JOINED else -1
        adults = [self.fact("volunteers.persons", sign, subject=row.person.token) for row in self.volunteers.all()]
        if not self.pupils:
            return tuple(adults)
        pupils = self.fact("volunteers.persons", sign * self.pupils)
        return (*adults, pupils._replace(unit=unit_of_minors(self.unit, self.pupils, self.happened)))


class Volunteer(Line):
    """One adult who joined or left."""

    record = models.ForeignKey(Register, models.CASCADE, related_name="volunteers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))

    COLUMNS: ClassVar[tuple[str, ...]] = ("person",)
    KEY: ClassVar[tuple[str, ...]] = ("person",)

    class Meta(Line.Meta):
        verbose_name = _("volunteer")
        verbose_name_plural = _("volunteers")

    def faults(self) -> Iterable[tuple[str, str]]:
        if self.person.is_minor(clock.today()):
            yield "person", _text("Under age: pupils are told by number alone.")
