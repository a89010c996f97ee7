"""Study books (配发学习书籍): which titles a unit handed out, how many copies of each, and to whom."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class Receivers(models.TextChoices):
    """The categories under which books are counted; the same codes stand in measures.toml."""

    LEADERS = "leaders", _("leading members")
    PARTY = "party", _("party members")
    STAFF = "staff", _("staff")
    PUPILS = "pupils", _("pupils")


class Books(Record):
    """``sort`` is who was given them."""

    EDITED: ClassVar[tuple[str, ...]] = Record.EDITED

    class Meta:
        verbose_name = _("books handed out")
        verbose_name_plural = _("books handed out")

    def own_items(self) -> list[Item]:
        return []

    def own_facts(self) -> tuple[FactLine, ...]:
        copies = sum(row.copies for row in self.titles.all())
        return (self.fact("books.handed_out", copies, category=self.sort),)


class Title(Line):
    """So many copies of one title."""

    record = models.ForeignKey(Books, models.CASCADE, related_name="titles")
    name = models.CharField(_("title of the book"), max_length=80)
    copies = models.PositiveSmallIntegerField(_("copies"))

    COLUMNS: ClassVar[tuple[str, ...]] = ("name", "copies")
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    class Meta(Line.Meta):
        verbose_name = _("title of the book")
        verbose_name_plural = _("titles of the books")

    def faults(self) -> Iterable[tuple[str, str]]:
        if not self.copies:
            yield "copies", _text("Leave out a title of which no copy was handed out.")
