"""Documents (文稿): a summary from its first draft to the day it is issued, in sections that several people write."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.summaries.drafts.genres import Genre, get_genre

PREFIX = "sum"
_NAMES = re.compile(r"\{\{\s*(unit|year)\s*\}\}")  # as a heading holds them


class DocumentState(models.TextChoices):
    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("to be signed")
    SIGNED = "signed", _("signed")
    ISSUED = "issued", _("issued")
    DROPPED = "dropped", pgettext_lazy("document", "given up")


class Document(models.Model):
    """period: its code, as ``Period.parse`` reads it. addressee to classification: what a report's head bears, or "".

    as_report: set with a head (版头) as a report to those above; else plain, as an attachment is.
    version: counted up by each change of the row itself; sections have versions of their own.
    """

    ref = models.CharField(_("reference"), max_length=40, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    genre_code = models.CharField(_("genre"), max_length=20)
    period = models.CharField(_("period"), max_length=20)
    title = models.CharField(_("title"), max_length=120)
    state = models.CharField(_("state"), max_length=8, choices=DocumentState.choices, default=DocumentState.DRAFT)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("begun by"))
    begun_at = models.DateTimeField(pgettext_lazy("document", "begun"), default=clock.now)
    version = models.PositiveIntegerField(_("version"), default=1)

    as_report = models.BooleanField(_("as a report with a head"), default=False)
    addressee = models.CharField(_("addressee"), max_length=120, blank=True)
    symbol = models.CharField(_("document number"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-begun_at", "-pk"]
        indexes = [models.Index(fields=["unit", "period"], name="documents_by_unit")]

    def __str__(self) -> str:
        return self.title

    @property
    def genre(self) -> Genre:
        return get_genre(self.genre_code)

    @property
    def about(self) -> Period:
        return Period.parse(self.period)

    @property
    def is_frozen(self) -> bool:
        """Whether an edition of it stands: frozen, signed or issued."""
        return self.state in (DocumentState.FROZEN, DocumentState.SIGNED, DocumentState.ISSUED)

    @property
    def text(self) -> str:
        """The whole text as a template, its sections in their order."""
        return "\n\n".join(section.text.strip() for section in self.sections if section.text.strip()) + "\n"

    @property
    def sections(self) -> "list[Section]":
        """Those that stand, in their order."""
        return [section for section in self.all_sections.all() if not section.closed]


class Section(models.Model):
    """A part of a document: a heading with what stands under it, as a template in Markdown.

    version: the one that ``text`` is; each is kept as a SectionVersion. closed: taken out, and can be put back.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="all_sections", verbose_name=_("document"))
    place = models.PositiveSmallIntegerField(pgettext_lazy("order", "place"))
    text = models.TextField(_("text"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1)
    closed = models.BooleanField(_("taken out"), default=False)

    class Meta:
        verbose_name = pgettext_lazy("document", "section")
        verbose_name_plural = pgettext_lazy("document", "sections")
        ordering = ["document", "place", "pk"]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """Its first line as it is printed, without the marks of Markdown; "" where it has no text."""
        line = next((line.lstrip("# ").strip() for line in self.text.splitlines() if line.strip()), "")
        return _NAMES.sub(lambda name: self._named(name[1]), line)

    def _named(self, name: str) -> str:
        return self.document.unit.name if name == "unit" else str(self.document.about.last.year)


class SectionVersion(models.Model):
    """What a section said, since when and by whom. how: what it came by, where it was not typed."""

    class How(models.TextChoices):
        TYPED = "typed", _("typed")
        TEMPLATE = "template", _("from the template")
        ADOPTED = "adopted", _("from last year's text")
        RESTORED = "restored", _("an earlier version again")
        RETURNED = "returned", _("from a returned file")
        SYSTEM = "system", _("drafted by the system")

    section = models.ForeignKey(
        Section, models.CASCADE, related_name="versions", verbose_name=pgettext_lazy("document", "section")
    )
    number = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("text"), blank=True)
    how = models.CharField(_("how"), max_length=8, choices=How.choices, default=How.TYPED)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("author"))
    at = models.DateTimeField(_("time"), default=clock.now)

    class Meta:
        verbose_name = _("version of a section")
        verbose_name_plural = _("versions of sections")
        ordering = ["section", "-number"]
        constraints = [models.UniqueConstraint(fields=["section", "number"], name="one_version_of_a_number")]

    def __str__(self) -> str:
        return f"{self.section} {self.number}"
