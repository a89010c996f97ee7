"""Log-ins that are open, and ending them: at once, whatever page is looked at."""

from collections.abc import Iterable

from django.contrib.sessions.models import Session
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from youju.lib import clock
from youju.orgs.members import DECIDING, Member, RoleGrant


class OpenLogIn(models.Model):
    """One browser in which a member is logged in. address, browser: as its request said, to be recognised by."""

    session = models.CharField(max_length=40, unique=True)
    member = models.ForeignKey(Member, models.CASCADE, related_name="open_log_ins")
    address = models.CharField(_("address"), max_length=45)
    browser = models.CharField(_("browser"), max_length=80)
    at = models.DateTimeField(_("logged in at"), default=clock.now)

    class Meta:
        verbose_name = _("open log-in")
        verbose_name_plural = _("open log-ins")

    def __str__(self) -> str:
        return f"{self.member}: {self.browser}"


def needs_factor(member: Member, required: str) -> bool:
    """Whether a member gives a second factor. required: the setting second_factor."""
    if required == "deciders":
        return RoleGrant.objects.not_over(clock.today()).filter(member=member, role__in=DECIDING).exists()
    return required == "all"


def has_factor(member: Member) -> bool:
    return bool(TOTPDevice.objects.filter(user=member, confirmed=True).exists())


def open_log_ins(member: Member) -> list[OpenLogIn]:
    """Those that have not run out, the newest first."""
    running = Session.objects.filter(expire_date__gt=clock.now()).values("session_key")
    return list(member.open_log_ins.filter(session__in=running).order_by("-at"))


def log_ins_end(*, member: Member, but: str = "") -> None:
    """End every log-in of a member at its next request; whoever calls it has noted why.

    but: the session of one that goes on; the caller must renew what it was begun with.
    """
    current = Member.objects.select_for_update().get(pk=member.pk)
    member.log_ins_ended = current.log_ins_ended + 1
    member.save(update_fields=["log_ins_ended"])
    ending = member.open_log_ins.exclude(session=but)
    Session.objects.filter(session_key__in=ending.values("session")).delete()
    ending.delete()


def log_ins_end_unproven(members: Iterable[Member], *, required: str) -> None:
    """End the log-ins of those who now need a second factor and have none: they set it up when they come again."""
    for member in members:
        if needs_factor(member, required) and not has_factor(member):
            log_ins_end(member=member)


def log_ins_prune() -> int:
    """Forget the log-ins whose sessions are gone, and say how many."""
    return OpenLogIn.objects.exclude(session__in=Session.objects.values("session_key")).delete()[0]
