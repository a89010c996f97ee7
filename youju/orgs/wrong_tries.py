"""Wrong passwords, and how long the next try waits.

A try counts against the account, against the address it came from and, over all accounts, against the password that
was tried; from a browser in which the account was logged in before it counts against that browser alone, so that
strangers lock nobody out of the own one. After some free tries each wait is twice the one before, up to a longest.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.hosts import holder_of
from youju.orgs.settings import setting

_WINDOW = timedelta(hours=1)
_FIRST_WAIT = timedelta(seconds=10)
# A whole school shares an address, and much-used bad passwords are met by chance.
_TIMES_FREE = {"account": 1, "device": 1, "old-password": 1, "address": 4, "password": 2}
_MARK = 4  # hexadecimal digits of a keyed hash: too few to find a password by, enough to see one tried everywhere


class TooManyTries(YoujuError):
    code, status = "too-many-tries", 429
    sentence = _(
        "Too many wrong passwords. Wait %(seconds)s seconds, then try again. "
        "A lost password is replaced by a card from the administrator."
    )


class WrongTry(models.Model):
    """One wrong try under one key: ``account:…``, ``address:…``, ``password:…``, ``device:…``, ``old-password:…``."""

    key = models.CharField(max_length=80)
    at = models.DateTimeField(default=clock.now)
    address = models.CharField(max_length=45)

    class Meta:
        verbose_name = _("wrong try")
        verbose_name_plural = _("wrong tries")
        indexes = [models.Index(fields=["key", "at"], name="wrong_tries_by_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.at:%Y-%m-%d %H:%M}"


class Missed(NamedTuple):
    """What the owner is told: how many wrong tries there were, and the last of them."""

    tries: int
    at: datetime
    address: str


def keys_of_log_in(*, username: str, password: str, address: str, device: str) -> list[str]:
    """Against what a try to log in counts. device: of a browser that the account is known in; else empty."""
    if device:
        return [f"device:{device}"]
    return [account_key(username), f"address:{holder_of(address)}", f"password:{_mark(password)}"]


def account_key(username: str) -> str:
    return f"account:{username.strip().lower()[:60]}"


def try_begin(*, keys: list[str], address: str) -> list[int]:
    """Count a try as wrong before it is looked at, so that many at once do not pass together.

    In no transaction: each try stands before it looks for others, so of two at once one at least sees the other.
    Gives what ``try_forget`` takes where it was right after all. Raises TooManyTries, and then counts nothing.
    """
    now = clock.now()
    tries = [WrongTry.objects.create(key=key, address=address, at=now).pk for key in keys]
    longest = max(_wait(key, now, besides=tries) for key in keys)
    if longest > timedelta(0):
        try_forget(tries)
        raise TooManyTries(seconds=int(longest.total_seconds()) + 1)
    return tries


def try_forget(tries: list[int]) -> None:
    """Take back what ``try_begin`` has counted: the try was right."""
    WrongTry.objects.filter(pk__in=tries).delete()


@transaction.atomic
def missed_take(username: str) -> Missed | None:
    """The wrong tries on an account that its owner was not told yet; they are told now, and count no more."""
    rows = WrongTry.objects.filter(key=account_key(username))
    last = rows.order_by("at").last()
    if last is None:
        return None
    missed = Missed(rows.count(), last.at, last.address)
    rows.delete()
    return missed


def wrong_tries_prune(before: datetime) -> int:
    """Delete the wrong tries before a moment, and say how many."""
    return WrongTry.objects.filter(at__lt=before).delete()[0]


def _wait(key: str, now: datetime, *, besides: list[int]) -> timedelta:
    recent = WrongTry.objects.filter(key=key, at__gt=now - _WINDOW).exclude(pk__in=besides)
    free: int = setting("log_in_tries") * _TIMES_FREE[key.partition(":")[0]]
    count = recent.count()
    if count < free:
        return timedelta(0)
    longest = timedelta(minutes=setting("log_in_pause_minutes"))
    wait: timedelta = min(_FIRST_WAIT * 2 ** min(count - free, 20), longest)
    last: datetime = recent.order_by("at").values_list("at", flat=True).last() or now
    return last + wait - now


def _mark(password: str) -> str:
    key = str(settings.SECRET_KEY).encode()
    return hmac.new(key, b"wrong-try\0" + password.encode("utf-8", "surrogatepass"), sha256).hexdigest()[:_MARK]
