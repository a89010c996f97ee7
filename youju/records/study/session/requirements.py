"""The four requirements of a complete session (四项要求): planned, attended by a list, minuted, filed in time."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.heads.attachments import Attachment
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.study.session.attendance import Mark
from youju.records.study.session.models import StudySession


class Requirement(models.TextChoices):
    """In the order in which a bureau asks for them."""

    PLANNED = "planned", _("planned")
    MARKED = "marked", _("attendance kept")
    MINUTED = "minuted", _("minutes kept")
    FILED = "filed", _("filed in time")

    @property
    def means(self) -> str:
        """What is looked at, in a sentence."""
        return _MEANS[self] % {"days": setting("complete_days")} if self is self.FILED else str(_MEANS[self])


_MEANS = {
    Requirement.PLANNED: _("An item of the plan asked for it within these days."),
    Requirement.MARKED: _("Everybody on the list has a mark, and every leave its reason."),
    Requirement.MINUTED: _("Its minutes are among the evidence."),
    Requirement.FILED: _("It was verified within %(days)d days after the session."),
}


def requirements_met(session: StudySession, attached: Iterable[Attachment], planned_by: str) -> list[Requirement]:
    """Which of the four a session meets as it stands. planned_by: the reference of the due that asks for it, or ""."""
    held = {
        Requirement.PLANNED: bool(planned_by),
        Requirement.MARKED: all(row.reason or row.mark != Mark.LEAVE for row in session.attendance.all()),
        Requirement.MINUTED: any(attachment.role == EvidenceRole.MINUTES for attachment in attached),
        Requirement.FILED: _in_time(session),
    }
    return [requirement for requirement in Requirement if held[requirement]]


def _in_time(session: StudySession) -> bool:
    """Verified within so many days after the session; its own day is not counted."""
    if session.verified_at is None:
        return False
    last = session.happened_until or session.happened
    return (clock.day_of(session.verified_at) - last).days <= int(setting("complete_days"))
