"""The second factor: a code from a phone beside the password (TOTP, by django-otp), and ten codes for its loss."""

import unicodedata

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from youju.errors import Conflict
from youju.lib.codes import SHORT, code_digest, new_code
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.log_ins import log_ins_end, needs_factor
from youju.orgs.member_verbs import refuse_takeover
from youju.orgs.members import Member
from youju.orgs.settings import setting

RECOVERY_CODES = 10
_DIGITS = 6


class FactorNeeded(Conflict):
    code = "factor-needed"
    sentence = _("Your role needs the second factor. Set it up on another phone instead of taking it away.")


class OwnFactor(Conflict):
    code = "own-factor"
    sentence = _("Nobody resets the own second factor: ask another administrator, or use a recovery code.")


class RecoveryCode(models.Model):
    """What is kept of a recovery code that was not used yet."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
        constraints = [models.UniqueConstraint(fields=["member", "digest"], name="one_recovery_code_once_per_member")]

    def __str__(self) -> str:
        return f"{self.member}"


def factor_needed(member: Member) -> bool:
    """Whether the bureau asks this member for a second factor, by its role now or later."""
    return needs_factor(member, setting("second_factor"))


@transaction.atomic
def factor_begin(*, member: Member) -> TOTPDevice:
    """A secret for the phone, which counts for nothing until a code of it was shown; one begun before goes."""
    TOTPDevice.objects.filter(user=member, confirmed=False).delete()
    begun: TOTPDevice = TOTPDevice.objects.create(user=member, name=member.username, confirmed=False)
    return begun


def factor_begun(member: Member) -> TOTPDevice | None:
    """The secret that waits for its first code."""
    found: TOTPDevice | None = TOTPDevice.objects.filter(user=member, confirmed=False).first()
    return found


@transaction.atomic
def factor_confirm(*, member: Member, text: str) -> list[str] | None:
    """Set the factor up by its first code; the phone before and its recovery codes hold no longer.

    Gives ten recovery codes, which are nowhere to be read again; None for a wrong code.
    """
    device = TOTPDevice.objects.select_for_update().filter(user=member, confirmed=False).first()
    if device is None or not device.verify_token(_plain(text)):
        return None
    TOTPDevice.objects.filter(user=member, confirmed=True).delete()
    device.confirmed = True
    device.save()
    audit.write(actor=member, action="factor.set", target=member.token)
    return _codes_renew(member)


@transaction.atomic
def factor_check(*, member: Member, text: str) -> bool:
    """Whether a code of the phone fits, or a recovery code, which is then used up. Wrong ones make the next wait."""
    device = TOTPDevice.objects.select_for_update().filter(user=member, confirmed=True).first()
    if device is None:
        return False
    plain = _plain(text)
    if len(plain) == _DIGITS:
        return bool(device.verify_token(plain))
    allowed, _why = device.verify_is_allowed()
    if not allowed:
        return False
    used, _rows = RecoveryCode.objects.filter(member=member, digest=code_digest(plain)).delete()
    if used:
        audit.write(actor=member, action="factor.recovery", target=member.token)
    else:
        device.throttle_increment(commit=True)
    return bool(used)


@transaction.atomic
def recovery_codes_renew(*, member: Member) -> list[str]:
    """Ten fresh recovery codes; those before hold no longer."""
    audit.write(actor=member, action="factor.codes", target=member.token)
    return _codes_renew(member)


@transaction.atomic
def factor_remove(*, member: Member) -> None:
    """Go without it again, where the bureau lets one. Raises FactorNeeded."""
    if factor_needed(member):
        raise FactorNeeded()
    _forget(member)
    audit.write(actor=member, action="factor.remove", target=member.token)


@transaction.atomic
def factor_reset(*, member: Member, actor: Actor) -> None:
    """Take away the factor of who lost the phone and the codes: it is set up anew at the next log-in.

    By an administrator, not for oneself. Raises NotAllowed, OwnFactor.
    """
    refuse_takeover(member, actor)
    if actor == member:
        raise OwnFactor()
    _forget(member)
    audit.write(actor=actor, action="factor.reset", target=member.token)
    log_ins_end(member=member)


def _forget(member: Member) -> None:
    TOTPDevice.objects.filter(user=member).delete()
    RecoveryCode.objects.filter(member=member).delete()


def _codes_renew(member: Member) -> list[str]:
    codes = [new_code(SHORT) for _place in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(member=member).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(member=member, digest=code_digest(code)) for code in codes)
    return codes


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())[:40]
