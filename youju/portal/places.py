"""Places of the site beside its channels, in the bar of every page: each is added here by the page that it is."""

from collections.abc import Callable
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise


class Place(NamedTuple):
    """code: by which its own pages say that they are current. shown: whether there is anything to be read there."""

    code: str
    route: str
    label: str | Promise
    shown: Callable[[], bool]

    @property
    def url(self) -> str:
        return reverse(self.route)


PLACES: tuple[Place, ...] = ()


def places() -> list[Place]:
    """Those where there is something to be read, in their order."""
    return [place for place in PLACES if place.shown()]
