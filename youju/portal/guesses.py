"""Codes on the public site: whoever guesses too many from one address waits, by the same count as everywhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest

from youju.errors import NotFound
from youju.orgs.guessing import address_in, guess_count, refuse_guessing


@contextmanager
def code_tried(request: HttpRequest, purpose: str) -> Iterator[None]:
    """Round what looks a code up: what is not found is counted as a wrong one. Raises TooManyGuesses."""
    address = address_in(request.META)
    refuse_guessing(address, purpose)
    try:
        yield
    except NotFound:
        guess_count(address, purpose)
        raise
