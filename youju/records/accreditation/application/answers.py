"""What hangs on an application: answers by criterion, materials that support them, sheets of experts."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.members import Member
from youju.records.accreditation.checklist.criteria import GRADES
from youju.records.accreditation.checklist.models import Criterion
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State

_GRADE_CHOICES = [(grade, grade) for grade in GRADES]


class ExpertSheet(models.Model):
    """What one expert grades of an application. chapters: numbers at the top, with blanks between; empty for all.

    member: who grades it at the desk. Without one a ticket opens it: its page is the only one that an expert from
    outside has.
    """

    application = models.ForeignKey("application.Application", models.CASCADE, related_name="sheets")
    expert = models.CharField(_("expert"), max_length=40)
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("account")
    )
    chapters = models.CharField(_("chapters"), max_length=80, blank=True)
    made_by = models.CharField(max_length=16)
    made_at = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField(_("open until"))
    handed_in = models.DateTimeField(_("handed in"), null=True)
    taken_back = models.DateTimeField(_("taken back"), null=True)

    class Meta:
        verbose_name = _("sheet of an expert")
        verbose_name_plural = _("sheets of experts")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.expert

    @property
    def is_open(self) -> bool:
        return self.handed_in is None and self.taken_back is None and clock.now() < self.expires

    def covers(self, chapter: str) -> bool:
        return not self.chapters or chapter in self.chapters.split()


class Answer(models.Model):
    """What the unit, and then an expert, says of one criterion. grade: of the unit's own; expert_grade: also AGREED.

    copied: taken over from the last cycle, and not looked at since; it counts as no answer yet.
    """

    application = models.ForeignKey("application.Application", models.CASCADE, related_name="answers")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    grade = models.CharField(_("own grade"), max_length=1, choices=_GRADE_CHOICES, blank=True)
    not_applicable = models.BooleanField(_("does not apply to us"), default=False)
    why = models.CharField(_("why not"), max_length=200, blank=True)
    note = models.CharField(_("how it is met"), max_length=600, blank=True)
    copied = models.BooleanField(default=False)
    expert_grade = models.CharField(_("grade of the expert"), max_length=1, blank=True)
    expert_note = models.CharField(_("remark of the expert"), max_length=400, blank=True)
    sheet = models.ForeignKey(ExpertSheet, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="one_answer_a_criterion"),
            models.CheckConstraint(condition=Q(not_applicable=False) | ~Q(why=""), name="what_is_left_out_says_why"),
        ]

    def __str__(self) -> str:
        return f"answer-{self.pk}"

    @property
    def is_given(self) -> bool:
        return not self.copied and bool(self.grade or self.not_applicable)


class Material(models.Model):
    """One file, link or record that supports answers, however many. It is void by itself, or with its record."""

    application = models.ForeignKey("application.Application", models.CASCADE, related_name="materials")
    attachment = models.ForeignKey(Attachment, models.CASCADE, null=True, related_name="+")
    record = models.ForeignKey(Ledgered, models.PROTECT, null=True, related_name="+")
    void_reason = models.CharField(_("void because"), max_length=200, blank=True)
    voided_at = models.DateTimeField(_("void since"), null=True)

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(attachment=None, record__isnull=False) | Q(attachment__isnull=False, record=None),
                name="material_is_a_file_or_a_record",
            ),
            models.UniqueConstraint(fields=["application", "record"], name="one_record_once_per_application"),
            models.UniqueConstraint(fields=["application", "attachment"], name="one_file_once_per_application"),
        ]

    def __str__(self) -> str:
        return str(self.record or self.attachment)

    @property
    def file(self) -> Attachment:
        """The file or link, of a material that is no record."""
        assert self.attachment is not None  # the database holds one of the two
        return self.attachment

    @property
    def content(self) -> str:
        """Which one it is, without a name."""
        return self.record.ref if self.record else self.file.content

    @property
    def stands(self) -> bool:
        return self.voided_at is None and (self.record is None or self.record.state == State.VERIFIED)

    @property
    def why_void(self) -> str:
        """Why it no longer stands; "" where it does."""
        if self.voided_at is not None:
            return self.void_reason
        return "" if self.record is None or self.stands else self.record.void_reason or self.record.state_label


class Citation(models.Model):
    """A material supports the answer to a criterion."""

    material = models.ForeignKey(Material, models.CASCADE, related_name="citations")
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="citations")

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["material", "answer"], name="one_material_once_per_answer")]

    def __str__(self) -> str:
        return f"citation-{self.pk}"
