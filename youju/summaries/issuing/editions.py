"""Editions (定稿): a document as it was frozen, figure by figure, and what became of it. Rows are never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document


class Edition(models.Model):
    """size, root: the ledger it was read from, the root in hexadecimal digits. marked, spans: the text as built.

    definitions: SHA-256 over the definitions of its figures. digest: over all of it, figures included; it stands in
    the audit row of every step, and so in the ledger.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="editions", verbose_name=_("document"))
    number = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=120)
    unit_code = models.CharField(_("unit's code"), max_length=40)
    unit_name = models.CharField(_("unit's name"), max_length=120)
    period = models.CharField(_("period"), max_length=20)
    as_report = models.BooleanField(_("as a report with a head"), default=False)
    addressee = models.CharField(_("addressee"), max_length=120, blank=True)
    size = models.BigIntegerField(_("ledger size"))
    root = models.CharField(_("ledger root"), max_length=64)
    definitions = models.CharField(_("digest of the definitions"), max_length=64)
    template = models.TextField(_("template"))
    marked = models.TextField(_("marked text"))
    spans = models.JSONField(_("figures in the text"), default=list)
    digest = models.CharField(_("digest"), max_length=64)
    frozen_by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("frozen by"))
    frozen_at = models.DateTimeField(_("frozen"), default=clock.now)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["document", "number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="one_edition_of_a_number")]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    @property
    def about(self) -> Period:
        return Period.parse(self.period)

    def step(self, what: str) -> "EditionStep | None":
        """The step of this sort, if it was made."""
        return next((step for step in self.steps.all() if step.what == what), None)


class EditionFigure(models.Model):
    """One figure as it was: unit and period its own, value and the sums of a ratio, definition, entries.

    value: an integer, a decimal as text, or a list of them. seqs: the entries behind it, as ranges ("0-11,15").
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="figures", verbose_name=_("edition"))
    place = models.PositiveSmallIntegerField(pgettext_lazy("order", "place"))
    code = models.CharField(_("indicator"), max_length=80)
    definition = models.JSONField(_("definition"), default=dict)
    definition_digest = models.CharField(_("digest of the definition"), max_length=64)
    version = models.PositiveIntegerField(_("version of the definition"), default=1)
    unit = models.CharField(_("unit's code"), max_length=40)
    period = models.CharField(_("period"), max_length=20)
    value = models.JSONField(_("value"), null=True)
    numerator = models.BigIntegerField(_("numerator"), null=True)
    denominator = models.BigIntegerField(_("denominator"), null=True)
    printed = models.CharField(_("as printed"), max_length=200)
    entries = models.PositiveIntegerField(_("number of entries"))
    entries_digest = models.CharField(_("digest of the entries"), max_length=64)
    seqs = models.TextField(_("entries"), blank=True)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("figure of an edition")
        verbose_name_plural = _("figures of editions")
        ordering = ["edition", "place"]
        constraints = [models.UniqueConstraint(fields=["edition", "place"], name="one_figure_at_a_place")]

    def __str__(self) -> str:
        return f"{self.code} {self.printed}"


class EditionStep(models.Model):
    """What became of an edition, by whom and why. digest: the edition's, as whoever made the step saw it.

    symbol: the document number that it was issued under, or "".
    """

    class What(models.TextChoices):
        WITHDRAWN = "withdrawn", _("taken back to a draft")
        REFUSED = "refused", _("sent back by the signer")
        SIGNED = "signed", _("signed")
        ISSUED = "issued", _("issued")

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="steps", verbose_name=_("edition"))
    what = models.CharField(_("step"), max_length=10, choices=What.choices)
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"), default=clock.now)
    reason = models.CharField(_("reason"), max_length=400, blank=True)
    digest = models.CharField(_("digest"), max_length=64)
    symbol = models.CharField(_("document number"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("step of an edition")
        verbose_name_plural = _("steps of editions")
        ordering = ["edition", "at", "pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "what"], name="each_step_of_an_edition_once")]

    def __str__(self) -> str:
        return f"{self.edition} {self.get_what_display()}"


class Erratum(models.Model):
    """That a document says what is wrong in an edition. told: by place of the figure, the value it says holds now."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="erratum", verbose_name=_("document"))
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="errata", verbose_name=_("edition"))
    told = models.JSONField(_("new values"), default=dict)

    class Meta:
        verbose_name = _("erratum")
        verbose_name_plural = _("errata")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.document)
