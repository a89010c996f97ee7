"""What the page of a nomination shows besides: the selection it belongs to, and its certificate."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from youju.records.heads.ledgered import Ledgered
from youju.records.honours.nomination.models import Nomination


def beside(nomination: Nomination, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read, among which the selection may be."""
    return {
        "selection": readable.filter(ref=nomination.selection.ref).first(),
        "title": nomination.selection.title,
        "town": nomination.town_between,
        "number": nomination.number_text,
        "is_valid": nomination.is_valid,
    }
