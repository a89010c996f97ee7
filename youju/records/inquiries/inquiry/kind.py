"""Inquiries of the public as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.forms import InquiryForm
from youju.records.inquiries.inquiry.hotline_list import HOTLINE_LIST
from youju.records.inquiries.inquiry.listing import COLUMNS, NARROWS
from youju.records.inquiries.inquiry.models import MEASURES, Inquiry
from youju.records.inquiries.inquiry.move_forms import InquiryMoveForm
from youju.records.inquiries.inquiry.page import beside, beside_for
from youju.records.inquiries.inquiry.withheld import confidential, unlisted, withheld
from youju.records.kind import CaseKind

KIND = CaseKind(
    code="inquiry",
    section=Section.INQUIRIES,
    label=_("Inquiries of the public"),
    help=_("What somebody asks, suggests, appeals or accuses, by whichever way it came, and what became of it."),
    model=Inquiry,
    opens=InquiryForm,
    move_form=InquiryMoveForm,
    open_label=_("Take it in"),
    files=True,
    columns=COLUMNS,
    narrows=NARROWS,
    beside=beside,
    beside_shows=("linked", "merged_into"),
    beside_for=beside_for,
    measures=MEASURES,
    opens_by_list=HOTLINE_LIST,
    pages={"inquiry-topics": _("Topics of the month")},
    withheld=withheld,
    withheld_sorts=(InquirySort.ACCUSATION,),
    confidential=confidential,
    unlisted=unlisted,
    sort_label=_("sort of inquiry"),
    sorts=lambda: {str(code): str(label) for code, label in InquirySort.choices},
)
