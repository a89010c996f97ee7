"""Presence: what a kind of record says at whose happening people sign in, and what it is given when that is over."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.orgs.people import Person
from youju.records.heads.record import Record


class How(models.TextChoices):
    """How somebody signed in who did."""

    CODE = "code", _("by code")
    HAND = "hand", _("by the organiser")


class Listed(NamedTuple):
    """One person of the list. minor: marked by the organiser alone. how: how the record says that they signed in."""

    person: Person
    minor: bool = False
    how: str = ""


class Came(NamedTuple):
    """That one person was there. left: when they signed out; where they did not, when the sign-in was closed."""

    how: str
    at: datetime
    left: datetime


class SignsIn(Record):
    """A record that lists who is to be there. SIGNS_OUT: whether it counts how long, so that they sign out too."""

    SIGNS_OUT: ClassVar[bool] = False

    class Meta:
        abstract = True

    def sign_in_list(self) -> list[Listed]:
        """Whoever may sign in, in the order of the list."""
        raise NotImplementedError

    def sign_in_place(self) -> str:
        """Of whom or where it is, for the heads of its pages."""
        raise NotImplementedError

    def write_signed(self, came: Mapping[int, Came]) -> None:
        """Write who came, by the person's id, into the draft."""
        raise NotImplementedError
