"""Publications: books, albums, films and journals that the sector has brought out."""

from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record

MEASURES = load_measures(Path(__file__).parent)


class PublicationSort(models.TextChoices):
    """The categories under which publications are counted; the same codes stand in measures.toml."""

    RESEARCH_SERIES = "research_series", _("book of the research series")
    COLLECTION = "collection", _("collection of exemplary deeds")
    TEXTBOOK = "textbook", _("school textbook")
    BOOK = "book", _("other book")
    ALBUM = "album", _("album")
    VIDEO = "video", _("film or recording")
    JOURNAL = "journal", _("journal")


_BOOKS = (
    PublicationSort.RESEARCH_SERIES, PublicationSort.COLLECTION, PublicationSort.TEXTBOOK, PublicationSort.BOOK,
)  # fmt: skip


class Publication(Record):
    """number: by which its publisher or the authority knows it (书号、刊号、准印证号)."""

    publisher = models.CharField(pgettext_lazy("publication", "published by"), max_length=80, blank=True)
    number = models.CharField(_("book or permit number"), max_length=40, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "publisher", "number")
    SEARCHED: ClassVar[tuple[str, ...]] = ("publisher", "number")

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def own_items(self) -> list[Item]:
        return [("publisher", self.publisher), ("number", self.number)]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One publication of its sort; a book also counts among the books."""
        published = self.fact("publications.published", 1, category=self.sort)
        if self.sort in _BOOKS:
            return published, self.fact("publications.books", 1, category=self.sort)
        return (published,)
