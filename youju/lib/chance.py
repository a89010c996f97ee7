"""The one source of chance for references, tokens and salts, so that the demo bureau can be built twice the same."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from random import Random

_fixed: ContextVar[Random | None] = ContextVar("fixed", default=None)


def token_bytes(length: int) -> bytes:
    """Random bytes from the system's secure source."""
    source = _fixed.get()
    return secrets.token_bytes(length) if source is None else source.randbytes(length)


def pick(alphabet: str) -> str:
    """One letter of ``alphabet``, each as likely."""
    source = _fixed.get()
    return secrets.choice(alphabet) if source is None else source.choice(alphabet)


def below(end: int) -> int:
    """A whole number from 0 to ``end``, exclusive, each as likely."""
    source = _fixed.get()
    return secrets.randbelow(end) if source is None else source.randrange(end)


@contextmanager
def drawn_from(source: Random) -> Iterator[None]:
    """Let everything inside be drawn from ``source``: foreseeable, so for invented data only."""
    token = _fixed.set(source)
    try:
        yield
    finally:
        _fixed.reset(token)
