"""Public notice (公示): a list that is shown for some days before it is decided on, and what is objected to it.

A notice is of one list: it bears the digest of what is decided on. Whoever changes the list has another digest, and
so no notice that counts.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.deadlines import DayType, Rule
from youju.orgs.deadlines import deadline_of
from youju.orgs.setting_table import DAY_TYPES

SEQUENCE = "notice"


class NoticeState(models.TextChoices):
    """CHANGED: ended because the list was edited. STOPPED: taken down by hand, with a reason."""

    RUNNING = "running", _("running")
    OVER = "over", _("period ran out")
    CHANGED = "changed", _("ended by a change of the list")
    STOPPED = "stopped", _("stopped")


class Outcome(models.TextChoices):
    """What came of an objection."""

    REJECTED = "rejected", _("not found right, the list stands")
    UPHELD = "upheld", _("found right, the list is changed")


class NoticeLine(NamedTuple):
    """One line as it is published. told: what else stands there, as the title. consent_of: the token of somebody under
    age whose name stands on their consent alone, so that it goes when that is withdrawn; else empty.
    """

    name: str
    unit: str = ""
    told: str = ""
    consent_of: str = ""


class NoticeQuerySet(models.QuerySet["Notice"]):
    def public(self) -> "NoticeQuerySet":
        """Those that are for everybody, not for the people of one unit alone."""
        return self.filter(public=True)

    def with_open_objections(self) -> "NoticeQuerySet":
        """Each with ``waiting``: how many objections to it have no answer yet."""
        open_ones = Q(objections__isnull=False, objections__answered=None)
        return self.annotate(waiting=Count("objections", filter=open_ones)).order_by("-began", "-id")

    def standing_first(self, today: date) -> "NoticeQuerySet":
        """Those that stand on a day, then all others; of both the newest first. Past its last day one stands no more,
        whether or not the clockwork has noted it.
        """
        running = self.filter(state=NoticeState.RUNNING).order_by()
        standing = [notice.pk for notice in running if notice.stands(today)]
        place = models.Case(models.When(pk__in=standing, then=0), default=1)
        return self.order_by(place, "-began", "-pk")


class Notice(models.Model):
    """ref: the case whose list it is. digest: of the list. lines: as published. began: the instant of that.

    last_day: the last on which it stands and takes objections; the day on which it began is not counted. provisional:
    days off on the way were not announced when it was worked out. basis: the rule that allows minors to be named.
    """

    ref = models.CharField(max_length=40, db_index=True)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(_("number of the notice"))
    title = models.CharField(_("title"), max_length=200)
    digest = models.CharField(max_length=64)
    lines = models.JSONField(default=list)
    basis = models.CharField(_("basis on which minors are named"), max_length=200, blank=True)
    began = models.DateTimeField(_("published"), default=clock.now)
    days = models.PositiveSmallIntegerField(_("length"))
    day_type = models.CharField(max_length=8, choices=list(DAY_TYPES.items()))
    last_day = models.DateField(_("last day of the notice"))
    provisional = models.BooleanField(default=False)
    where = models.CharField(_("where the notice is posted"), max_length=120)
    contact = models.CharField(_("contact for objections"), max_length=120, blank=True)
    public = models.BooleanField(default=True)
    state = models.CharField(_("state"), max_length=8, choices=NoticeState.choices, default=NoticeState.RUNNING)
    ended = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("public notice")
        verbose_name_plural = _("public notices")
        ordering = ["-began", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_notice_per_number"),
            models.UniqueConstraint(
                fields=["ref"], condition=Q(state=NoticeState.RUNNING), name="one_running_notice_of_a_list"
            ),
        ]
        indexes = [models.Index(fields=["state", "last_day"], name="notices_to_end")]

    def __str__(self) -> str:
        return self.number_text

    @property
    def number_text(self) -> str:
        return _text("notice 〔%(year)s〕%(number)s") % {"year": self.year, "number": self.number}

    @property
    def rule(self) -> Rule:
        return Rule(self.days, DayType(self.day_type))

    @property
    def published(self) -> Sequence[NoticeLine]:
        """The lines as they were published; ``lines.shown`` is what may be read of them today."""
        return [NoticeLine(*line) for line in self.lines]

    @property
    def end(self) -> date:
        """The last day as the calendar has it now: days off announced meanwhile put it off, never forward."""
        if not self.provisional:
            return self.last_day
        return max(self.last_day, deadline_of(clock.day_of(self.began), self.rule).due or self.last_day)

    def stands(self, today: date) -> bool:
        """Whether it is to be read on a day, and can be objected to."""
        return self.state == NoticeState.RUNNING and today <= self.end

    @property
    def state_today(self) -> NoticeState:
        """Its state by the calendar: past its last day it is over, whether or not the clockwork has noted it."""
        lapsed = self.state == NoticeState.RUNNING and not self.stands(clock.today())
        return NoticeState.OVER if lapsed else NoticeState(self.state)


class Objection(models.Model):
    """who: as they gave it, empty where they did not; it is shown to those who answer and to nobody else.

    logged_by, answered_by: tokens; that of whoever holds no account stands for somebody outside.
    """

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="objections")
    who = models.CharField(_("who objects"), max_length=80, blank=True)
    text = models.CharField(_("what is objected to"), max_length=1000)
    at = models.DateTimeField(_("logged"), default=clock.now)
    logged_by = models.CharField(max_length=16)
    outcome = models.CharField(_("what came of it"), max_length=8, choices=Outcome.choices, blank=True)
    answer = models.CharField(_("answer"), max_length=1000, blank=True)
    answered = models.DateTimeField(_("answered on"), null=True)
    answered_by = models.CharField(max_length=16, blank=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered=None, outcome="", answer="") | (Q(answered__gte=F("at")) & ~Q(outcome="")),
                name="objection_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"objection-{self.pk}"
