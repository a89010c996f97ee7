"""What is kept from whom although unit and section are open: an accusation, from the members of the unit accused.

And from every text and file that is passed on: lists for a group, documents, workbooks.
"""

from django.db.models import Q

from youju.orgs.members import Member
from youju.orgs.units import UnitKind
from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.circles import is_of_office, is_seconded, opens_inner, units_of
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.subqueries import written_out


def withheld(member: Member) -> Q:
    """As a filter over the heads. Accusations about the bureau itself are open to the discipline group alone.

    Whoever belongs to a school reads, of those about others, the ones they took in or handle: with a list of all others
    the figure of the bureau would tell them how many there are about their own. For the same reason whoever belongs to
    an office reads none about any office, unless they took it in, handle it or are of the discipline group.
    """
    kept = Q(inner=False, about_unit__in=units_of(member)) | (Q(inner=True) & ~Q(opens_inner(member)))
    if is_seconded(member):
        kept |= ~Q(owner=member) & ~Q(author=member)
    elif is_of_office(member):
        kept |= Q(about_unit__kind=UnitKind.OFFICE) & ~Q(owner=member) & ~Q(author=member) & ~Q(opens_inner(member))
    accusations = Inquiry.objects.filter(kept, kind="inquiry", sort=InquirySort.ACCUSATION).order_by()
    return Q(pk__in=written_out(accusations.values("pk")))


def confidential(reader: Member | None) -> Q:
    """Accusations, as a filter over the heads; their handler and the discipline group may take them along."""
    accusations = Inquiry.objects.filter(sort=InquirySort.ACCUSATION).order_by()
    if reader is not None:
        accusations = accusations.exclude(owner=reader).exclude(opens_inner(reader))
    return Q(pk__in=accusations.values("pk"))


def unlisted(member: Member) -> bool:
    """Behind a figure of the bureau: for a member of a school who works there, whose school may be accused."""
    return is_seconded(member)
