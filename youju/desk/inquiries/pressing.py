"""Inquiries on the first screen: such as wait too long for an answer, and accusations about the bureau itself."""

from typing import NamedTuple

from django.db.models import Q

from youju.desk.cases.case_list import Row, row_of
from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.waits import waits_long
from youju.records.reading.access import visible_to
from youju.records.rights import within


class Pressing(NamedTuple):
    """inner: about the bureau itself. long: without an answer until the first of the hard alarms. The oldest first."""

    inner: list[Row]
    long: list[Row]


def pressing_inquiries(member: Member, most: int) -> Pressing:
    """Of what runs: accusations about the bureau for those who handle them, and for officers and signing leaders what
    waits too long; at most so many of each. One query.
    """
    today = clock.today()
    led = within(member, Role.OFFICER, Role.SIGNER)
    rows = visible_to(member, Inquiry).filter(Q(inner=True) | waits_long(today) & led, state__in=Inquiry.running())
    shown = [row_of(inquiry, today) for inquiry in rows.order_by("happened", "ref")[: 2 * most]]
    inner = [row for row in shown if isinstance(row.case, Inquiry) and row.case.inner]
    return Pressing(inner[:most], [row for row in shown if row.red][:most])
