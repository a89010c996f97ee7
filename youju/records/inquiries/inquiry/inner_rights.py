"""Who may move an accusation about the bureau itself: those who read it, whatever else their role lets them do."""

from collections.abc import Callable
from typing import Any

from youju.orgs.members import Member
from youju.records.case_rights import CASE_RIGHTS
from youju.records.heads.case import Case
from youju.records.inquiries.inquiry.circles import handles_inner, inner_readers
from youju.records.inquiries.inquiry.columns import InquiryColumns


def _or_inner(name: str) -> Callable[[Any, Any], bool]:
    return lambda member, case: CASE_RIGHTS[name](member, case) or handles_inner(member, case)


def _other(member: Member, case: Case) -> bool:
    """Nobody confirms what was theirs to do."""
    inner = isinstance(case, InquiryColumns) and handles_inner(member, case) and case.owner_id != member.pk
    return CASE_RIGHTS["other officer"](member, case) or inner


def _signing(member: Member, case: Case) -> bool:
    """Of those who read it somebody who wrote none of the answer; whoever is alone among them signs their own."""
    if CASE_RIGHTS["signing officer"](member, case):
        return True
    if not isinstance(case, InquiryColumns) or not handles_inner(member, case):
        return False
    return not case.concerns(member) or len(inner_readers(case)) == 1


INNER_RIGHTS = {
    **{name: _or_inner(name) for name in ("officer", "asker or officer", "handler", "asker or handler")},
    "other officer": _other,
    "signing officer": _signing,
}
