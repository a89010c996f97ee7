"""A pause for an address from which too many codes were guessed.

Only wrong guesses count, and many are allowed: a whole school shares an address.
"""

import hmac
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.hosts import holder_of
from youju.orgs.wrong_tries import WrongTry

# A hundred pupils who mistype theirs twice are let through; who tries a million needs months.
GUESSES, SECONDS = 200, 600
# Over all addresses: after so many guesses at codes of eight characters an address has one wrong guess, not GUESSES.
# Whoever types the right code is let through: many guessers cannot lock out those who were invited.
GUESSES_OF_ALL = 2000


class TooManyGuesses(YoujuError):
    code, status = "too-many-guesses", 429
    sentence = _("Too many wrong codes came from this network. Wait ten minutes, then try again.")


def address_in(meta: Mapping[str, Any]) -> str:
    """Where a request comes from, by the server's own word in its ``META``: who claims another address is not heard."""
    return str(meta.get("REMOTE_ADDR", ""))[:45]


def refuse_guessing(address: str, purpose: str) -> None:
    """Raise TooManyGuesses where the address has guessed wrong too often for this purpose."""
    allowed = GUESSES if _count(_key_of_all(purpose)) < GUESSES_OF_ALL else 1
    if _count(_key(address, purpose)) >= allowed:
        raise TooManyGuesses()


def guess_count(address: str, purpose: str) -> None:
    """Note one wrong code: in the database, so that another process knows, and starting anew forgives nothing."""
    now, keys = clock.now(), (_key(address, purpose), _key_of_all(purpose))
    WrongTry.objects.bulk_create(WrongTry(key=key, at=now) for key in keys)


def _count(key: str) -> int:
    since = clock.now() - timedelta(seconds=SECONDS)
    return WrongTry.objects.filter(key=key, at__gt=since).count()


def _key_of_all(purpose: str) -> str:
    return f"guess:{purpose}"


def _key(address: str, purpose: str) -> str:
    return f"{_key_of_all(purpose)}:{address_mark(address)}"


def address_mark(address: str) -> str:
    """Of an address only a keyed hash: who answers a survey is promised that nobody notes it, mistyped or not."""
    return hmac.new(str(settings.SECRET_KEY).encode(), holder_of(address).encode(), sha256).hexdigest()[:16]
