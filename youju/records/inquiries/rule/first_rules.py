"""The limits with which a bureau begins, each with its source: first_rules.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from youju.lib.deadlines import DayType
from youju.records.inquiries.rule.models import AnswerRule

_FILE = Path(__file__).with_name("first_rules.toml")
_UNSAID = {
    "channel": "", "sort": "", "day_type": DayType.WORKING.value, "extension": 0, "decline_days": 5, "settle_days": 0,
    "settle_type": DayType.CALENDAR.value, "update_days": 0, "review_days": 0, "other_names": "", "since": None,
}  # fmt: skip


def first_rules() -> list[tuple[str, dict[str, Any]]]:
    """Each row: its code, and the values of the register's form."""
    rows = tomllib.loads(_FILE.read_text("utf-8"))["rule"]
    return [(row.pop("code"), _UNSAID | row) for row in rows]


@cache
def declared_rules() -> tuple[AnswerRule, ...]:
    """The same as rows that are nowhere kept: by them it goes where the register has none that fits."""
    return tuple(AnswerRule(code=code, **values) for code, values in first_rules())
