"""What a list of inquiries shows of each, and the working lists beside those of every kind."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.records.declared.case_columns import DUE, IN_CHARGE, CaseColumn, CaseNarrow
from youju.records.heads.case import Case
from youju.records.inquiries.channels import Channel
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import InquiryState
from youju.records.inquiries.inquiry.waits import waits_long


def _numbers(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.number for case in cases if isinstance(case, Inquiry)}


def _channels(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: str(Channel(case.channel).label) for case in cases if isinstance(case, Inquiry)}


def _received(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.happened.isoformat() for case in cases}


def _long() -> Q:
    return waits_long(clock.today()) & Q(state__in=Inquiry.running())


COLUMNS = (
    CaseColumn(_("Number"), _numbers),
    CaseColumn(_("Channel"), _channels),
    CaseColumn(_("Received"), _received),
    IN_CHARGE,
    DUE,
)
NARROWS = (
    CaseNarrow("new", _("to accept or assign"), lambda: Q(state__in=(InquiryState.RECEIVED, InquiryState.ACCEPTED))),
    CaseNarrow("today", _("due today"), lambda: Q(state__in=Inquiry.timed(), due_on=clock.today())),
    CaseNarrow("to-sign", _("to sign"), lambda: Q(state=InquiryState.DRAFTED)),
    CaseNarrow("long", _("long without an answer"), _long),
    CaseNarrow("paused", pgettext_lazy("inquiry", "paused"), lambda: Q(state=InquiryState.PAUSED)),
)
