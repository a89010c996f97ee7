"""Opening what is kept of an asker, and erasing it: with a reason each time, noted each time."""

from django.db import transaction

from youju.errors import NotAllowed
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.reasons import given_reason
from youju.orgs.tree import home_unit
from youju.records.inquiries.inquiry.askers import Asker
from youju.records.inquiries.inquiry.circles import handles_inner, units_of
from youju.records.inquiries.inquiry.errors import NoAsker
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.rights import reached_units


def may_open_asker(member: Member, inquiry: Inquiry) -> bool:
    """An officer of the bureau or of its offices who is not of the unit that it is about; never a school's own.

    Of an accusation about the bureau itself just those who handle it.
    """
    if inquiry.inner:
        return handles_inner(member, inquiry)
    reached = reached_units(member, Role.OFFICER, section=inquiry.section)
    return home_unit().pk in reached and inquiry.about_unit_id not in units_of(member) - {home_unit().pk}


@transaction.atomic
def asker_open(*, inquiry: Inquiry, actor: Member, reason: str) -> Asker:
    """Read who asked. Raises NotAllowed, ReasonMissing, NoAsker."""
    asker = _kept(inquiry, actor)
    audit.write(actor=actor, action="asker.open", target=inquiry.ref, reason=given_reason(reason))
    return asker


@transaction.atomic
def asker_erase(*, inquiry: Inquiry, actor: Member, reason: str) -> None:
    """Delete what is kept of who asked; the inquiry stays. Raises as ``asker_open``."""
    asker = _kept(inquiry, actor)
    audit.write(actor=actor, action="asker.erase", target=inquiry.ref, reason=given_reason(reason))
    asker.delete()


def _kept(inquiry: Inquiry, actor: Member) -> Asker:
    if not may_open_asker(actor, inquiry):
        raise NotAllowed()
    asker = Asker.objects.filter(record=inquiry.pk).first()
    if asker is None:
        raise NoAsker()
    return asker
