"""What the queue can be narrowed and put in order by; the longest waiting comes first."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from youju.desk.records.filters import RecordFilter
from youju.desk.records.hints import hints_of
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import record_kinds, specific
from youju.records.rights import sections_of

ORDERS = {
    "": ("submitted_at", "ref"),
    "newest": ("-submitted_at", "ref"),
    "day": ("happened", "ref"),
    "unit": ("unit__code", "submitted_at", "ref"),
    "kind": ("kind", "sort", "submitted_at", "ref"),
}
# Marks that are found by looking at the records, not at their columns; among more than these nobody looks.
_LOOKED_AT = ("outlier", "repeat")
_MOST = 1000


class QueueFilter(RecordFilter):
    ORDER_LABELS: ClassVar[tuple[tuple[str, Any], ...]] = (
        ("", _("longest waiting first")),
        ("newest", _("handed in last")),
        ("day", _("oldest day first")),
        ("unit", _("by unit")),
        ("kind", _("by kind")),
    )
    MARK_LABELS: ClassVar[tuple[tuple[str, Any], ...]] = (
        ("late", _("late")),
        ("no-file", _("without a file")),
        ("outlier", _("unusual number")),
        ("repeat", _("perhaps told before")),
    )

    def __init__(self, data: Any, member: Any) -> None:
        own = sections_of(member)
        super().__init__(data, member, [kind for kind in record_kinds() if kind.section in own])
        for name in ("state", "sort", "year", "month", "since", "until"):
            self.fields.pop(name, None)

    @property
    def folded(self) -> bool:
        return not any(self.data.get(name) for name in ("author", "order"))

    def first_fields(self) -> list[Any]:
        return [field for field in self if field.name in ("text", "kind", "unit", "mark")]

    def more_fields(self) -> list[Any]:
        return [field for field in self if field.name in ("author", "order")]

    def narrow(self, rows: "QuerySet[Ledgered]") -> "QuerySet[Ledgered]":
        narrowed = super().narrow(rows)
        if not self.is_valid():
            return narrowed
        mark = self.cleaned_data.get("mark", "")
        if mark in _LOOKED_AT:
            narrowed = narrowed.filter(ref__in=self._marked(narrowed, mark))
        return narrowed.order_by(*ORDERS[self.cleaned_data.get("order", "")])

    def _condition(self, name: str, value: Any) -> Q:
        return Q() if value in _LOOKED_AT and name == "mark" else super()._condition(name, value)

    def _marked(self, rows: "QuerySet[Ledgered]", mark: str) -> list[str]:
        found = hints_of(specific(list(rows[:_MOST])), self.member)
        return [ref for ref, hints in found.items() if (hints.outliers if mark == "outlier" else hints.told_before)]
