"""Commissions (约稿): a manuscript that somebody without an account was asked for, while they write it.

Its one-time ticket opens the page on which it is written. Handed in it becomes an article, and is emptied here.
"""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.evidence.models import File
from youju.lib import clock
from youju.orgs.units import Unit
from youju.records.publicity.channel.models import Channel


class CommissionQuerySet(models.QuerySet["Commission"]):
    def writing(self, now: datetime) -> "CommissionQuerySet":
        """Those whose link still opens."""
        return self.filter(handed_in=None, taken_back=None, expires__gt=now)

    def left(self, now: datetime) -> "CommissionQuerySet":
        """Those that ended without a manuscript and still hold what was written."""
        ended = self.filter(Q(taken_back__isnull=False) | Q(expires__lte=now), handed_in=None)
        return ended.filter(~Q(body="") | ~Q(title="") | Q(pictures__isnull=False)).distinct()


class Commission(models.Model):
    """One of them. ref: of the article it becomes. made_by: the officer's token. about: what is asked for.

    title, byline, body: as far as it is written. expires: from then on the link is closed.
    """

    ref = models.CharField(max_length=40, unique=True)
    writer = models.CharField(_("writer from outside"), max_length=40)
    about = models.CharField(_("what is asked for"), max_length=200, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="+", verbose_name=_("site channel"))
    made_by = models.CharField(max_length=16)
    made_at = models.DateTimeField(default=clock.now)
    expires = models.DateTimeField(_("open until"))
    title = models.CharField(_("title"), max_length=120, blank=True)
    byline = models.CharField(_("author of the text"), max_length=80, blank=True)
    body = models.TextField(_("text"), max_length=100_000, blank=True)
    handed_in = models.DateTimeField(_("handed in"), null=True)
    taken_back = models.DateTimeField(_("taken back"), null=True)

    objects: ClassVar[models.Manager[Any]] = CommissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("commission")
        verbose_name_plural = _("commissions")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.writer

    @property
    def is_open(self) -> bool:
        return self.handed_in is None and self.taken_back is None and clock.now() < self.expires

    @property
    def hand(self) -> str:
        """Under which its files are received: each commission has an allowance of its own."""
        return f"guest-{self.pk}"


class Shown(models.TextChoices):
    """Who can be recognised in a picture, as the writer says."""

    NOBODY = "nobody", _("Nobody can be recognised in it.")
    AGREED = "agreed", _("Whoever can be recognised agreed in writing; for those under age a guardian did.")


class CommissionPicture(models.Model):
    """A picture that comes with it, and the paper by which those it shows agreed."""

    commission = models.ForeignKey(Commission, models.CASCADE, related_name="pictures")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=160)
    caption = models.CharField(_("what the picture shows"), max_length=120)
    shown = models.CharField(_("who can be recognised"), max_length=10, choices=Shown.choices)
    paper = models.ForeignKey(File, models.PROTECT, null=True, related_name="+")
    paper_name = models.CharField(_("written consent"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("picture of a commission")
        verbose_name_plural = _("pictures of commissions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["commission", "file"], name="a_picture_comes_once"),
            models.CheckConstraint(condition=Q(shown=Shown.NOBODY) | Q(paper__isnull=False), name="agreed_on_paper"),
        ]

    def __str__(self) -> str:
        return self.name
