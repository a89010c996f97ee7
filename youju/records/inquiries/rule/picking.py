"""Which time limit holds for an inquiry."""

from dataclasses import dataclass
from datetime import date

from youju.lib.deadlines import DayType
from youju.records.inquiries.rule.first_rules import declared_rules
from youju.records.inquiries.rule.models import AnswerRule


@dataclass(frozen=True)
class Limits:
    """What an inquiry copies from its rule, so that a rule that is changed later moves no deadline of its past."""

    rule_name: str
    days: int
    day_type: str
    extension: int
    decline_days: int
    settle_days: int
    settle_type: str
    update_days: int
    review_days: int


_NAMES = [name for name in Limits.__dataclass_fields__ if name != "rule_name"]
# Where nothing fits at all.
_LAST = Limits("", 7, DayType.WORKING.value, 8, 5, 0, DayType.CALENDAR.value, 0, 0)


def limits_for(channel: str, sort: str, day: date) -> Limits:
    """The limits of the rule in force on a day that names channel and sort most closely; of two, the newer.

    Where the register has none that fits, those with which a bureau begins hold. One query.
    """
    rows = [rule for rule in AnswerRule.objects.in_force(day).order_by("-pk") if isinstance(rule, AnswerRule)]
    for rules in (rows, declared_rules()):
        if fitting := [rule for rule in rules if rule.fits(channel, sort)]:
            rule = max(fitting, key=AnswerRule.closeness)
            return Limits(rule.name, **{name: getattr(rule, name) for name in _NAMES})
    return _LAST
