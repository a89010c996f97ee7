"""Applications for titles (创建申报): a unit assesses itself by a checklist, experts grade it, it is granted or not."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.accreditation.application.answers import Answer, Citation, ExpertSheet, Material
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.carrying import carry_forward
from youju.records.accreditation.application.errors import (
    AppliedAlready,
    Barred,
    BelowTheLine,
    CampaignOver,
    GraderGrants,
    MayNotApply,
    NotAssessedWhole,
    NotReviewedWhole,
)
from youju.records.accreditation.application.marks import Line, Sheet, sheet_of
from youju.records.accreditation.application.measures import MEASURES
from youju.records.accreditation.application.moves import (
    ADMITTED,
    DECISION,
    GRANTED,
    MOVES,
    NOT_COUNTED,
    ApplicationState,
)
from youju.records.accreditation.application.noticing import list_changed, list_publish, list_require_passed
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.verbs import checklist_lock
from youju.records.counting.levels import level_choices
from youju.records.heads.attachments import Attachment
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.rights import is_alone

__all__ = ["MEASURES", "Answer", "Application", "Campaign", "Citation", "ExpertSheet", "Material"]


class Application(Case):
    """``sort`` is the title, ``happened`` the day of applying; owner: whoever assesses for the unit.

    checklist, level: those of the campaign as it was then; a newer version changes nothing here. begins_from: the last
    application for the title, whose answers it began with. granted_on, valid_until: first and last day in force.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="applications", verbose_name=_("campaign"))
    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="+", verbose_name=_("checklist"))
    level = models.CharField(_("level"), max_length=10, choices=level_choices())
    carries = models.BooleanField(_("begin with the answers of the last application"), default=True)
    begins_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    posted_at = models.CharField(_("where the notice is posted"), max_length=80, blank=True)
    document = models.CharField(_("number or name of the decision"), max_length=160, blank=True)
    issuer = models.CharField(_("granted by"), max_length=80, blank=True)
    granted_on = models.DateField(_("granted on"), null=True, blank=True)
    valid_until = models.DateField(_("title valid until"), null=True, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "sort", "happened", "due_on", "owner", "note", "campaign", "checklist", "level", "carries",
        "posted_at", *DECISION,
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "campaign", "checklist")
    HEADS: ClassVar[tuple[str, ...]] = ("verifier", "verified_at")
    STATES = ApplicationState
    MOVES = MOVES
    FIRST = ApplicationState.APPLIED

    class Meta:
        verbose_name = _("application for a title")
        verbose_name_plural = _("applications for titles")

    @classmethod
    def owed(cls) -> tuple[str, ...]:
        """While it assesses itself; whoever of the unit does it."""
        return (ApplicationState.ADMITTED,)

    @classmethod
    def for_title(cls, checklist: Checklist) -> "models.QuerySet[Application]":
        """All that count and are for the title to which a list leads, by whichever list."""
        rows = cls.objects.filter(sort=checklist.sort, checklist__title=checklist.title)
        return rows.exclude(state__in=NOT_COUNTED)

    @property
    def line(self) -> int:
        """Points of a hundred that the title takes."""
        return self.checklist.lines.get(self.level, 0)

    def sheet(self) -> Sheet:
        """Every graded criterion with its answer, as it stands now."""
        return sheet_of(self.pk, self.checklist)

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if "campaign" in values and self.checklist_id is None:
            campaign = values["campaign"]
            self.checklist, self.level = campaign.checklist, campaign.level
            self.sort, self.due_on = campaign.checklist.sort, campaign.until

    def save_parts(self, values: dict[str, Any]) -> None:
        """As it is opened, also lock the checklist, and begin with what the last application said."""
        super().save_parts(values)
        if "campaign" in values and not self.answers.exists():
            self.ready_to_apply()
            checklist_lock(checklist=self.checklist, actor=self.author)
            self._begin()

    def ready_to_apply(self) -> None:
        """Raises CampaignOver, MayNotApply, AppliedAlready."""
        campaign = self.campaign
        if not campaign.takes(clock.today()):
            raise CampaignOver(campaign=campaign, day=campaign.until)
        if why := campaign.refuses(self.unit):
            raise MayNotApply(unit=self.unit, campaign=campaign, why=why)
        same = Application.objects.filter(campaign=campaign, unit=self.unit).exclude(pk=self.pk)
        if other := same.exclude(state=ApplicationState.WITHDRAWN).first():
            raise AppliedAlready(unit=self.unit, campaign=campaign, title=other.ref)

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Raises NotAssessedWhole, CampaignOver, NotReviewedWhole, BelowTheLine, Barred, GraderGrants."""
        if action == "assess":
            self._refuse_unanswered()
        elif action == "review":
            self._refuse_ungraded()
        elif action in ("propose", "publish", "grant"):
            self._refuse_below()
        if action == "grant" and self.is_graded_by(actor) and not is_alone(actor, self.unit, self.section):
            raise GraderGrants(title=self.title)
        return {"verifier": actor, "verified_at": now} if action == "grant" else {}

    def is_graded_by(self, member: Member) -> bool:
        """Whether grades of the member's stand in it."""
        return self.answers.exclude(expert_grade="").filter(sheet__member=member).exists()

    def standing(self) -> tuple[str, ...]:
        if self.state in NOT_COUNTED:
            return ()
        return (ADMITTED, GRANTED) if self.state == ApplicationState.GRANTED else (ADMITTED,)

    def items(self, milestone: str, attachments: Iterable[Attachment]) -> list[Item]:
        """The day until which it assesses itself is the campaign's; files come and go while it does."""
        beside = attachments if milestone == GRANTED else ()
        return [item for item in super().items(milestone, beside) if item[0] != "due_on"]

    def own_items(self, milestone: str) -> list[Item]:
        applied: list[Item] = [
            ("campaign", self.campaign.code),
            ("checklist", self.checklist.code),
            ("level", self.level),
            ("carries", str(int(self.carries))),
        ]
        return applied if milestone == ADMITTED else [*applied, *self._granted_items()]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One application of the day on which it was made; the title itself is counted by what is held."""
        measure = "accreditation.granted" if milestone == GRANTED else "accreditation.applying"
        return (self.fact(measure, 1, category=self.sort, level=self.level),)

    def moved(self, action: str, *, actor: Any) -> None:
        """Begin the notice of the campaign's list, end it where the list is another now, grant by it.

        Raises what ``notices.passing.require_passed`` does.
        """
        if action == "publish" and self.posted_at:
            list_publish(campaign=self.campaign, where=self.posted_at, actor=actor)
        elif action == "grant":
            list_require_passed(self.campaign)
        elif action in ("publish", "drop", "refuse", "withdraw"):
            list_changed(campaign=self.campaign, actor=actor)

    def _granted_items(self) -> list[Item]:
        days = ((name, getattr(self, name)) for name in ("granted_on", "valid_until"))
        sheet = self.sheet()
        return [
            ("posted_at", self.posted_at),
            ("document", self.document),
            ("issuer", self.issuer),
            *((name, day.isoformat() if day else None) for name, day in days),
            ("score", str(sheet.expert_score().total)),
            *((f"answer/{line.criterion.no}", _answer_text(line)) for line in sheet.lines),
        ]

    def _begin(self) -> None:
        if not self.carries:
            return
        earlier = Application.for_title(self.checklist).filter(unit=self.unit, created_at__lt=self.created_at)
        last = earlier.exclude(pk=self.pk).order_by("-created_at").first()
        if last is not None:
            Application.objects.filter(pk=self.pk).update(begins_from=last)
            self.begins_from = last
            carry_forward(earlier=last, later=self, checklist=self.checklist, actor=self.author)

    def _refuse_unanswered(self) -> None:
        if clock.today() > self.campaign.until:
            raise CampaignOver(campaign=self.campaign, day=self.campaign.until)
        sheet = self.sheet()
        if left := [line for line in sheet.lines if not line.is_given]:
            raise NotAssessedWhole(left=len(left), all=len(sheet.lines), no=left[0].criterion.no)

    def _refuse_ungraded(self) -> None:
        sheet = self.sheet()
        if left := [line for line in sheet.lines if not line.is_graded]:
            raise NotReviewedWhole(left=len(left), all=len(sheet.lines), no=left[0].criterion.no)

    def _refuse_below(self) -> None:
        score = self.sheet().expert_score()
        if score.bars:
            raise Barred(unit=self.unit, count=score.bars)
        if not score.reaches(self.line):
            raise BelowTheLine(total=score.total, line=self.line)


def _answer_text(line: Line) -> str | None:
    """What a snapshot keeps of an answer: grades, and what they cite, by content."""
    if line.answer is None:
        return None
    answer, cited = line.answer, sorted(material.content for material in line.standing)
    return "\n".join((answer.grade, answer.why, answer.note, answer.expert_grade, answer.expert_note, *cited))
