"""Inquiries named by their numbers, among those that whoever types may read."""

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.orgs.members import Member
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.withheld import withheld
from youju.records.rights import readable

if TYPE_CHECKING:
    _Rows = QuerySet[Inquiry]


def open_inquiries(member: Member) -> "_Rows":
    """The inquiries that a member may read."""
    rows: _Rows = Inquiry.objects.filter(readable(member)).exclude(withheld(member))
    return rows


class NumbersField(forms.CharField):
    """Cleans to the inquiries with these numbers, or with ``one`` to a single one."""

    def __init__(self, *, one: bool = False, **options: Any) -> None:
        super().__init__(max_length=400, **options)
        self.one = one
        self._offered: Any = None

    def offer(self, rows: "_Rows") -> None:
        self._offered = rows

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return " ".join(inquiry.number for inquiry in value)
        if isinstance(value, int):
            return Inquiry.objects.filter(pk=value).values_list("number", flat=True).first() or ""
        return value

    def clean(self, value: Any) -> Any:
        numbers = re.split(r"[\s,，、;；]+", str(super().clean(value) or "").strip())
        found = [self._find(number) for number in dict.fromkeys(numbers) if number]
        if not self.one:
            return found
        if len(found) > 1:
            raise ValidationError(_("One number only."))
        return found[0] if found else None

    def _find(self, number: str) -> Inquiry:
        inquiry: Inquiry | None = self._offered.filter(number=number).first()
        if inquiry is None:
            raise ValidationError(_("There is no other inquiry with the number %s.") % number)
        return inquiry
