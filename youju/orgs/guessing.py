"""A pause for an address from which too many codes were guessed.

Only wrong guesses count, and many are allowed: a whole school shares an address.
"""

from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError

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
    allowed = GUESSES if cache.get(_key_of_all(purpose), 0) < GUESSES_OF_ALL else 1
    if cache.get(_key(address, purpose), 0) >= allowed:
        raise TooManyGuesses()


def guess_count(address: str, purpose: str) -> None:
    """Note one wrong code. The count ends by itself, from the first guess on."""
    for key in (_key(address, purpose), _key_of_all(purpose)):
        cache.add(key, 0, SECONDS)
        try:
            cache.incr(key)
        except ValueError:  # it ended between the two lines
            cache.add(key, 1, SECONDS)


def _key_of_all(purpose: str) -> str:
    return f"guesses:{purpose}"


def _key(address: str, purpose: str) -> str:
    return f"guesses:{purpose}:{address}"
