"""Where a request comes from, and the pause for whoever guesses codes from there."""

from django.http import HttpRequest

from youju.orgs.guessing import address_in, guess_count, refuse_guessing

TICKET = "ticket"


def address_of(request: HttpRequest) -> str:
    """Where a request comes from, as the server knows it: a proxy that is not trusted cannot say otherwise."""
    return address_in(request.META)


def refuse_guessers(request: HttpRequest, purpose: str) -> None:
    """Raise TooManyGuesses where the address has guessed wrong too often for this purpose."""
    refuse_guessing(address_of(request), purpose)


def count_guess(request: HttpRequest, purpose: str) -> None:
    """Note one wrong code."""
    guess_count(address_of(request), purpose)
