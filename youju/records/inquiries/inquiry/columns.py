"""The columns of an inquiry, and what follows from them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.orgs.units import Unit
from youju.records.heads.attachments import Attachment
from youju.records.heads.case import Case
from youju.records.inquiries.channels import Channel, InquirySort
from youju.records.inquiries.inquiry.answers import Answer
from youju.records.inquiries.inquiry.beside_rows import Pause, Word
from youju.records.inquiries.inquiry.moves import MOVES, UNCOUNTED, InquiryState
from youju.records.inquiries.inquiry.steps import STEPS
from youju.records.inquiries.topic.models import Topic

if TYPE_CHECKING:  # Django makes these attributes
    from django.db.models.fields.related_descriptors import RelatedManager

# More is a slip of the hand; and it is less than every database holds.
MOST_VISITORS = 9999
_ENDED = (InquiryState.SETTLED, *UNCOUNTED)


class InquiryColumns(Case):
    """Of the unit that handles it. happened, received_time: when it came. due_on: the next day by which something is
    due, none while it is paused or over. owner: who handles it.

    about_unit: whom it is about. visitors: of a visit, how many came together. passed_text: the text as a unit without
    right to the asker reads it; passed_files: what of the evidence it sees beside its own. extra: days of the one
    extension. inner: an accusation about those who would handle it: for the discipline group alone.
    last_word_on: the day on which the asker last heard, or reopened it. Columns without a field are the moves' own.
    """

    number = models.CharField(_("number of the inquiry"), max_length=12, unique=True, editable=False)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices)
    foreign_number = models.CharField(_("number of the channel"), max_length=40, blank=True)
    received_time = models.CharField(_("time of receipt"), max_length=5, blank=True)
    visitors = models.PositiveSmallIntegerField(
        _("number of visitors"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_VISITORS)],
    )
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("topic"))
    about_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit it is about")
    )
    text = models.TextField(_("text"), max_length=4000)
    passed_text = models.TextField(_("text for the unit"), max_length=4000, blank=True)
    passed_files = models.ManyToManyField(
        Attachment, blank=True, related_name="+", verbose_name=_("files for the unit")
    )
    passed_to = models.CharField(pgettext_lazy("inquiry", "passed on to"), max_length=80, blank=True)
    linked = models.ManyToManyField("self", blank=True, verbose_name=_("related inquiries"))
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("merged with")
    )

    rule_name = models.CharField(_("time limit"), max_length=80, blank=True)
    days = models.PositiveSmallIntegerField(_("days to the first answer"))
    day_type = models.CharField(max_length=10)
    extension = models.PositiveSmallIntegerField(default=0)
    decline_days = models.PositiveSmallIntegerField(default=0)
    settle_days = models.PositiveSmallIntegerField(default=0)
    settle_type = models.CharField(max_length=10)
    update_days = models.PositiveSmallIntegerField(default=0)
    review_days = models.PositiveSmallIntegerField(default=0)
    extra = models.PositiveSmallIntegerField(_("days more"), null=True, blank=True)

    answer_due = models.DateField(_("first answer due"), null=True)
    provisional = models.BooleanField(_("provisional"), default=False)
    accepted_on = models.DateField(_("accepted on"), null=True)
    answered_on = models.DateField(_("first answered on"), null=True)
    on_time = models.BooleanField(_("answered on time"), default=False)
    work_days = models.PositiveSmallIntegerField(_("working days to the answer"), null=True)
    last_word_on = models.DateField(_("last word to the asker"), null=True)
    settled_on = models.DateField(_("settled on"), null=True)
    reopened_on = models.DateField(_("reopened on"), null=True)
    again_on = models.DateField(_("answered again on"), null=True)
    review_asked_on = models.DateField(_("review asked for on"), null=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True)
    solved_asked_on = models.DateField(_("asked whether it is solved on"), null=True)
    inner = models.BooleanField(default=False)

    answers: RelatedManager[Answer]
    pauses: RelatedManager[Pause]
    words: RelatedManager[Word]

    LIMITS: ClassVar[tuple[str, ...]] = (
        "rule_name", "days", "day_type", "extension", "decline_days", "settle_days", "settle_type", "update_days",
        "review_days", "inner",
    )  # fmt: skip
    STATES = InquiryState
    MOVES = MOVES
    STEPS = STEPS
    FIRST = InquiryState.RECEIVED

    class Meta:
        abstract = True

    @classmethod
    def running(cls) -> tuple[str, ...]:
        return tuple(state for state in InquiryState.values if state not in _ENDED)

    @classmethod
    def owed(cls) -> tuple[str, ...]:
        return (InquiryState.ASSIGNED, InquiryState.SIGNED, InquiryState.ANSWERED)

    @classmethod
    def waiting(cls) -> tuple[str, ...]:
        return (InquiryState.RECEIVED, InquiryState.ACCEPTED, InquiryState.DRAFTED, InquiryState.REVIEW)

    @classmethod
    def timed(cls) -> tuple[str, ...]:
        return tuple(state for state in cls.running() if state != InquiryState.PAUSED)

    @property
    def is_accusation(self) -> bool:
        return self.sort == InquirySort.ACCUSATION

    def sent(self) -> list[Answer]:
        """The answers that the asker was given, the first first."""
        return [answer for answer in self.answers.all() if answer.sent_on]

    def keep(self, **columns: Any) -> None:
        """Write columns of its own, and nothing else of the row."""
        type(self).objects.filter(pk=self.pk).update(**columns)
        for name, value in columns.items():
            setattr(self, name, value)
