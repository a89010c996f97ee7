"""A member typed by name: with the unit behind it where two bear one, or the username; found among those offered."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import cached_property

from youju.errors import problem_text
from youju.lib.sheets import Choice, Choices, Unread
from youju.orgs.members import Member
from youju.phrases import bracketed


class NamedMembers:
    """Members as choices by name and unit, by name alone, or by username."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members = {member.username: member for member in members}
        self.choices = Choices(
            Choice(member.username, _label(member), (member.name,)) for member in self._members.values()
        )

    def find(self, text: str) -> Member:
        """The member who is meant. Raises Unread where none or several are."""
        return self._members[self.choices.find(text).code]


class MemberField(forms.Field):
    """Cleans to a Member or None. offered: who may be chosen; to be set by the form."""

    widget = forms.TextInput
    offered: "QuerySet[Member]" = Member.objects.none()

    @cached_property
    def members(self) -> NamedMembers:
        return NamedMembers(self.offered.select_related("unit"))

    def clean(self, value: Any) -> Member | None:
        text = str(value or "").replace("\0", "").strip()
        if not text:
            self.validate(None)
            return None
        try:
            return self.members.find(text)
        except Unread as unread:
            raise ValidationError(problem_text(unread.said)) from unread

    def prepare_value(self, value: Any) -> Any:
        return _label(value) if isinstance(value, Member) else value


def _label(member: Member) -> str:
    """By name, with the unit they work in: two may bear one name."""
    return bracketed(member, member.unit)
