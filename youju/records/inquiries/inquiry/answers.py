"""Answers of an inquiry, version by version: nobody overwrites what a colleague wrote."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.orgs.members import Member
from youju.records.inquiries.wording.models import Wording


class Publish(models.TextChoices):
    """What of an inquiry the public may read once it is answered."""

    NONE = "none", pgettext_lazy("inquiry", "nothing")
    ANSWER = "answer", _("the answer")
    WHOLE = "whole", _("question and answer")


class Drafted(NamedTuple):
    """An answer as somebody wrote it. redacted: question or answer as the public may read it, where that differs.

    wording: what it began with, if anything.
    """

    text: str
    basis: str
    public: str
    redacted: str
    promised_on: date | None
    by: Member
    wording: Wording | None = None


class Signing(NamedTuple):
    """Which version is signed, and by whom."""

    version: int
    by: Member


class Answer(models.Model):
    """One version. sent_on: the day on which it was given to the asker; only a signed one is."""

    record = models.ForeignKey("inquiry.Inquiry", models.CASCADE, related_name="answers")
    version = models.PositiveSmallIntegerField(_("version"))
    drafter = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("written by"))
    written_at = models.DateTimeField(_("written"), default=clock.now)
    text = models.TextField(_("answer"), max_length=4000)
    basis = models.CharField(_("by which rule or document"), max_length=200, blank=True)
    public = models.CharField(_("made public"), max_length=8, choices=Publish.choices, default=Publish.NONE)
    redacted = models.TextField(_("as the public may read it"), max_length=4000, blank=True)
    promised_on = models.DateField(_("done by"), null=True, blank=True)
    signer = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("signed by"))
    signed_at = models.DateTimeField(_("signed on"), null=True)
    sent_on = models.DateField(_("given to the asker"), null=True)
    wording = models.ForeignKey(
        Wording, models.PROTECT, null=True, related_name="+", verbose_name=_("wording of answers")
    )

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = pgettext_lazy("inquiry", "answers")
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["record", "version"], name="one_answer_per_version")]

    def __str__(self) -> str:
        return f"{self.version}"

    def items(self) -> list[tuple[str, str | None]]:
        """What is committed to of an answer that was given."""
        place = f"answer/{self.version}"
        return [
            (f"{place}/text", self.text),
            (f"{place}/basis", self.basis),
            (f"{place}/public", self.public),
            (f"{place}/redacted", self.redacted),
            (f"{place}/promised_on", _day(self.promised_on)),
            (f"{place}/drafter", self.drafter.token),
            (f"{place}/signer", self.signer.token if self.signer else None),
            (f"{place}/sent_on", _day(self.sent_on)),
        ]


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
