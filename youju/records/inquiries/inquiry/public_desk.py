"""The account in whose name the public itself acts: it holds no role, and nobody can log in by it."""

from django.utils.translation import gettext as _

from youju.orgs.members import Member
from youju.orgs.tree import home_unit
from youju.records.inquiries.inquiry.circles import PUBLIC_DESK


def public_desk() -> Member:
    """The account, made when it is first needed."""
    found: Member | None = Member.objects.filter(username=PUBLIC_DESK).first()
    if found is None:
        account = {"name": _("the public, without an account"), "unit": home_unit(), "is_active": False}
        found, _made = Member.objects.get_or_create(username=PUBLIC_DESK, defaults=account)
    return found
