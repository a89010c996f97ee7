"""Alerts (提醒): what the system tells a member of a thing of theirs, written in the transaction of what happened.

An alert names the thing by its reference alone: what it is called is asked when it is read, by what its reader may
read then. An unread one gives way to the next of the same thing, so that nobody finds nine for one record.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Left, StrIndex
from django.utils.translation import gettext_lazy as _

from youju.ledger.insert import insert_objects
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.actors import Actor
from youju.orgs.members import Member


class AlertSort(models.TextChoices):
    RETURNED = "returned", _("was returned")
    CLOSED = "closed", _("was closed as told already")
    VERIFIED = "verified", _("is verified and counts")
    VOIDED = "voided", _("was voided")
    ACCEPTED = "accepted", _("the change you asked for was accepted")
    DECLINED = "declined", _("the change you asked for was declined")
    ASKED = "asked", _("is yours to do")
    OVERDUE = "overdue", _("is overdue")
    GAP = "gap", _("has days without anybody on duty")
    LAPSING = "lapsing", _("runs out soon")
    MOVED_ON = "moved_on", _("has news from the bureau")
    DUE_SOON = "due_soon", _("falls due soon")
    DUE_OVER = "due_over", _("was due and is not met")
    COMMENTED = "commented", _("has a comment")
    SETTLED = "settled", _("your comment was settled")
    OBJECTED = "objected", _("has an objection")
    ANSWERED = "answered", _("your objection was answered")


# What asks somebody to act; it is over once the thing is done or somebody else's turn.
TO_DO = (AlertSort.ASKED, AlertSort.OVERDUE, AlertSort.DUE_SOON)


class Alert(models.Model):
    """target: the reference of a record, case, due or document. mailed_at: when it went out with a digest."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+", verbose_name=_("member"))
    sort = models.CharField(_("sort"), max_length=10, choices=AlertSort.choices)
    target = models.CharField(_("what it is about"), max_length=40)
    at = models.DateTimeField(_("time"), default=clock.now)
    read_at = models.DateTimeField(_("read"), null=True)
    mailed_at = models.DateTimeField(_("sent by mail"), null=True)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["member", "read_at"], name="alerts_unread"),
            models.Index(fields=["target"], condition=Q(read_at=None), name="alerts_unread_by_target"),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.sort}"


Told = tuple[Member | None, str]
"""A member, who may be nobody, and the reference of what they are told about."""


def alert(*, told: Iterable[Told], sort: AlertSort, actor: Actor) -> None:
    """Tell members of things; nobody is told what they did themselves. Must run in the transaction of what happened."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an alert belongs to its verb's transaction")
    wanted = [(member, ref) for member, ref in told if member is not None and member.token != actor.token]
    pairs = {(member.pk, ref) for member, ref in wanted}
    unread_ones = Alert.objects.filter(read_at=None).order_by()
    for refs in batches(sorted({ref for _member, ref in pairs})):
        there = unread_ones.filter(target__in=refs).values_list("pk", "member_id", "target")
        if given_way := [pk for pk, member, ref in there if (member, ref) in pairs]:
            Alert.objects.filter(pk__in=given_way).delete()
    insert_objects(Alert(member=member, sort=sort, target=ref) for member, ref in wanted)


class Turn(NamedTuple):
    """Whose turn it is with a thing after somebody acted. members: nobody once it is over."""

    target: str
    members: Sequence[Member]
    actor: Actor
    over: bool = False


def turns_told(turns: Sequence[Turn]) -> None:
    """Tell those whose turn it is. Must run in the transaction of what happened; queries do not grow with the turns.

    Read is taken whatever asks to act of something that is over, what asks others than them, and what whoever just
    acted was told. That it is late stays unread for those who lead, until it is over.
    """
    by_target = {turn.target: turn for turn in turns}
    for targets in batches(by_target):
        waits = Alert.objects.filter(target__in=targets, read_at=None, sort__in=TO_DO).order_by()
        if done := [each.pk for each in waits if _is_done(each, by_target[each.target])]:
            Alert.objects.filter(pk__in=done).update(read_at=clock.now())
    for actor in dict.fromkeys(turn.actor for turn in turns):
        told = [(member, turn.target) for turn in turns if turn.actor == actor for member in turn.members]
        alert(told=told, sort=AlertSort.ASKED, actor=actor)


def _is_done(waits: Alert, turn: Turn) -> bool:
    asks_others = waits.sort == AlertSort.ASKED and waits.member_id not in {member.pk for member in turn.members}
    is_theirs = isinstance(turn.actor, Member) and turn.actor.pk == waits.member_id
    return turn.over or asks_others or is_theirs


def unread(member: Member) -> int:
    """How many lines a member has not read: alerts of one sort about things of one kind are one line, as on their page.

    After a list of two thousand was read in, or a night of due days, that is one and not two thousand.
    """
    kind = Left("target", StrIndex("target", Value("-")))
    mine = Alert.objects.filter(member=member, read_at=None).order_by()
    return mine.annotate(about=kind).values("sort", "about").distinct().count()


@transaction.atomic
def alerts_read(*, member: Member, target: str = "", sort: str = "", kind: str = "") -> int:
    """Mark a member's alerts as read; how many there were.

    Those about one thing where it is named, or those of one sort about things of one kind; else all.
    """
    mine = Alert.objects.filter(member=member, read_at=None)
    if target:
        mine = mine.filter(target=target)
    elif sort:
        mine = mine.filter(sort=sort, target__startswith=f"{kind}-")
    return mine.update(read_at=clock.now())
