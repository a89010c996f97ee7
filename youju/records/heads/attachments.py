"""Attachments: which evidence a record rests on, and how strong it is."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.evidence.models import File
from youju.ledger.fetch import fetch_rows
from youju.lib import canonical, clock
from youju.orgs.members import Member
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.ones import load_ones


class Grade(models.TextChoices):
    """From weakest to strongest, the order in which a record's best grade is found."""

    NONE = "none", _("no evidence")
    STATED = "stated", _("own statement")
    FILE = "file", _("file")
    THIRD_PARTY = "third_party", _("third party, open to check")


_ORDER = {grade: place for place, grade in enumerate(Grade.values)}


class Attachment(models.Model):
    """One file or link, and what it shows. A statement of the unit itself is graded below a file.

    original: the SHA-256 of the picture that the file is a smaller copy of, as the sender's browser worked it out; kept
    where the sender asked for it. proposed: the grade that whoever added it claims beyond what one may give oneself.
    after_verifying: nobody had seen it when the record was verified. graded_by: who looked at it since and said how
    strong it is.
    """

    record_ref = models.CharField(max_length=40, db_index=True)
    file = models.ForeignKey(File, models.PROTECT, null=True, related_name="+", verbose_name=_("file"))
    link = models.URLField(_("link"), max_length=500, blank=True)
    name = models.CharField(_("name"), max_length=160)
    grade = models.CharField(_("grade"), max_length=12, choices=Grade.choices, default=Grade.FILE)
    role = models.CharField(_("what it is"), max_length=12, choices=EvidenceRole.choices, default=EvidenceRole.OTHER)
    note = models.CharField(_("what it shows"), max_length=200, blank=True)
    added = models.DateTimeField(_("added"), default=clock.now)
    added_by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("added by"))
    original = models.CharField(_("SHA-256 of the original"), max_length=64, blank=True)
    proposed = models.CharField(_("proposed grade"), max_length=12, choices=Grade.choices, blank=True)
    after_verifying = models.BooleanField(_("added after verifying"), default=False)
    graded_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("graded by"))

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["record_ref"], name="unseen_evidence", condition=Q(after_verifying=True, graded_by=None)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(file__isnull=False) | ~Q(link=""), name="evidence_is_a_file_or_a_link"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def content(self) -> str:
        """Which evidence it is: the file's SHA-256, or the link."""
        return self.file.sha256 if self.file else self.link

    @property
    def text(self) -> str:
        """What the commitment covers, in lines: strength, content, when and by whom it came, name, what it shows,
        which strength was proposed, whether it came after verifying, who graded it, what it is to the record, and of a
        smaller copy the original's SHA-256 where it is kept.

        One item, because it is erased as one: a file's name may say who is in it.
        """
        content = self.file.sha256 if self.file else ""
        added = canonical.instant(self.added)
        graded = (self.proposed, str(int(self.after_verifying)), self.graded_by.token if self.graded_by else "")
        return "\n".join(
            (self.grade, content, self.link, added, self.added_by.token, self.name, self.note, *graded, self.role,
             *([self.original] if self.original else []))
        )  # fmt: skip


def attachments_of(refs: Iterable[str]) -> dict[str, list[Attachment]]:
    """The attachments of these records by ref, oldest first, in a query a table; [] where there is none."""
    found: dict[str, list[Attachment]] = defaultdict(list)
    attachments = fetch_rows(Attachment.objects, "record_ref", refs)
    load_ones(attachments, ("file", "added_by", "graded_by"))
    for attachment in attachments:
        found[attachment.record_ref].append(attachment)
    return found


def given_by_oneself(grade: str, *, link: bool) -> tuple[Grade, str]:
    """The grade that whoever adds evidence may give it, and what is left as a proposal.

    A file is kept here and can be looked at; what stands behind a link cannot, until somebody else has opened it.
    """
    most = Grade.STATED if link else Grade.FILE
    if _ORDER[Grade(grade)] <= _ORDER[most]:
        return Grade(grade), ""
    return most, grade if grade == Grade.THIRD_PARTY else ""


def with_evidence(refs: Iterable[str]) -> set[str]:
    """Those of the records that have evidence of whatever grade, in one query."""
    graded = Attachment.objects.filter(record_ref__in=list(refs)).exclude(grade=Grade.NONE).order_by()
    return set(graded.values_list("record_ref", flat=True))


def best_grade(attachments: Iterable[Attachment]) -> Grade:
    """The strongest grade among them; NONE where there is nothing."""
    return Grade(max((a.grade for a in attachments), key=_ORDER.__getitem__, default=Grade.NONE))
