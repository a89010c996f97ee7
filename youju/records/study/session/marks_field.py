"""The field in which attendance is marked: one choice and one reason a person of the list, behind one form field.

It is no field of rows: whose rows they are is said by the group's list, not by whoever fills it in, so there is none to
add or to take away, and one tick can stand for all whom nobody marked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from youju.lib.text import visible
from youju.orgs.people import Person
from youju.records.forms.many_names import ManyNames
from youju.records.study.session.attendance import REASON_LENGTH, Mark, Marked, Marks

# What was typed: mark and reason by the person's id. ALL holds the mark of whoever has none of their own.
Typed = Mapping[str, tuple[str, str]]
ALL = "all"
_MARK, _REASON = "mark-", "reason-"


class MarksWidget(ManyNames):
    """Reads the rows; a template of the kind draws them."""

    def read(self, data: Mapping[str, Any], name: str) -> Typed:
        keys = [key.removeprefix(_MARK) for key in data if key.startswith(_MARK)]
        return {key: (str(data.get(_MARK + key) or ""), str(data.get(_REASON + key) or "")) for key in keys}

    def is_sent(self, data: Mapping[str, Any], name: str) -> bool:
        return any(key.startswith(_MARK) for key in data)


class MarksField(forms.Field):
    """Cleans to Marks over the whole ``roster``: nobody on it is left out, and a leave has its reason."""

    widget = MarksWidget
    roster: Sequence[Person] | None = None  # None: no group is chosen, which its own field says

    def clean(self, value: Any) -> Marks:
        if self.roster is None:
            return Marks()
        if not self.roster:
            raise ValidationError(_("Nobody is in this group on that day: without a list there is no attendance rate."))
        typed = typed_marks(value)
        marks = Marks(_marked(person, typed) for person in self.roster)
        open_ones = sum(not marked.mark for marked in marks)
        if open_ones:
            text = _("%(count)d on the list have no mark yet. Mark each, or tick that all others came.")
            raise ValidationError(text % {"count": open_ones})
        if any(lacks_reason(marked) for marked in marks):
            raise ValidationError(_("Write a reason beside each leave."))
        if any(len(marked.reason) > REASON_LENGTH for marked in marks):
            text = _("A reason may have %(most)d characters at most, and one of these has more. Shorten it.")
            raise ValidationError(text % {"most": REASON_LENGTH})
        return marks

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return set(self.clean(data)) != set(initial or ())
        except ValidationError:
            return True


def typed_marks(value: Any) -> Typed:
    """A value of the field, typed or initial, as what would have been typed."""
    if isinstance(value, Marks):
        return {str(marked.person.pk): (marked.mark, marked.reason) for marked in value}
    return value or {}


def lacks_reason(marked: Marked) -> bool:
    return marked.mark == Mark.LEAVE and not marked.reason


def _marked(person: Person, typed: Typed) -> Marked:
    mark, reason = typed.get(str(person.pk), ("", ""))
    if mark not in Mark.values:
        mark = typed.get(ALL, ("", ""))[0]
    if mark not in Mark.values:
        mark = ""
    # A reason typed before the mark was changed again says nothing.
    return Marked(person, mark, visible(reason.replace("\0", "")).strip() if mark == Mark.LEAVE else "")
