"""Review meetings (行风评议会): who was invited and came, what was presented, and what the guests had to say."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class GuestGroup(models.TextChoices):
    """The categories under which guests are counted; the same codes stand in measures.toml."""

    DEPUTIES = "deputies", _("deputies")
    ADVISERS = "advisers", _("members of the consultative conference")
    PARENTS = "parents", _("parents")
    RESIDENTS = "residents", _("villagers and residents")
    FIRMS = "firms", _("enterprises")
    MEDIA = "media", _("media")
    SUPERVISORS = "supervisors", _("supervisors of conduct")
    STAFF = "staff", _("teachers")
    OTHER = "other", _("other guests")


class Meeting(Record):
    """One meeting of one unit; what its satisfaction sheets say is a survey's."""

    place = models.CharField(_("where"), max_length=80, blank=True)
    presentations = models.TextField(_("what was presented"), blank=True, max_length=1000)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "place", "presentations")
    SEARCHED: ClassVar[tuple[str, ...]] = ("place", "presentations")

    class Meta:
        verbose_name = _("review meeting")
        verbose_name_plural = _("review meetings")

    def own_items(self) -> list[Item]:
        return [("place", self.place), ("presentations", self.presentations)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One meeting; who was invited and who came, by group; the opinions."""
        guests, opinions = self.guests.all(), len(self.opinions.all())
        invited = (self.fact("reviews.invited", row.invited, category=row.group) for row in guests if row.invited)
        came = (self.fact("reviews.guests", row.came, category=row.group) for row in guests if row.came)
        return (
            self.fact("reviews.meetings", 1),
            *came,
            *invited,
            *([self.fact("reviews.suggestions", opinions)] if opinions else []),
        )


class Guests(Line):
    """How many of one group were invited, and how many came."""

    record = models.ForeignKey(Meeting, models.CASCADE, related_name="guests")
    group = models.CharField(_("group of guests"), max_length=12, choices=GuestGroup.choices)
    invited = models.PositiveSmallIntegerField(_("were invited"))
    came = models.PositiveSmallIntegerField(_("who came"))

    COLUMNS: ClassVar[tuple[str, ...]] = ("group", "invited", "came")
    KEY: ClassVar[tuple[str, ...]] = ("group",)

    class Meta(Line.Meta):
        verbose_name = _("group of guests")
        verbose_name_plural = _("groups of guests")

    def faults(self) -> Iterable[tuple[str, str]]:
        if self.came > self.invited:
            yield "came", gettext("More came than were invited: count as invited whoever came.")


class Opinion(Line):
    """One opinion or suggestion, as it was noted; a follow-up may come of it."""

    record = models.ForeignKey(Meeting, models.CASCADE, related_name="opinions")
    text = models.CharField(_("opinion or suggestion"), max_length=200)
    group = models.CharField(_("who said it"), max_length=12, choices=GuestGroup.choices, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("text", "group")
    RAISES: ClassVar[str] = "text"

    class Meta(Line.Meta):
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
