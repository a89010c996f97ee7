"""A promise of an answer comes back: signing it opens a follow-up that is due on the day that was named."""

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.records.heads.case import Led
from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.personal import asker_pieces, untelling

_TITLE = 120


def promised(inquiry: InquiryColumns) -> list[Led]:
    """The follow-up of the version that was just signed, where it promises something by a day."""
    answer = inquiry.answers.exclude(signer=None).filter(sent_on=None).order_by("-version").first()
    if answer is None or answer.promised_on is None or inquiry.owner is None:
        return []
    title = _("Promised in the answer to %(number)s: %(title)s") % {"number": inquiry.number, "title": inquiry.title}
    values = {
        "unit": inquiry.unit,
        "title": title[:_TITLE],
        "note": untelling(answer.text, asker_pieces(inquiry))[:2000],
        "owner": inquiry.owner,
        "happened": clock.today(),
        "due_on": max(answer.promised_on, clock.today()),
        "source": Ledgered.objects.get(pk=inquiry.pk),
    }
    return [Led("followup", values)]
