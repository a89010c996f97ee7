"""Whom and what an administrator may choose: fetched with the right, so that nobody is found who may not be."""

from django.db.models import QuerySet
from django.http import HttpRequest

from youju.desk.scope import admin_of
from youju.errors import NotFound
from youju.orgs.joining import members_for, members_with_joining
from youju.orgs.members import Member, Role
from youju.orgs.tree import reach, standing, this_month
from youju.orgs.units import Unit


def get_member_for(request: HttpRequest, token: str) -> Member:
    """A member to look after, with ``joining``. Raises NotAllowed, NotFound."""
    admin = admin_of(request)
    members = members_with_joining(members_for(admin)).select_related("unit")
    found = members.filter(token=token).first()
    if found is None:
        raise NotFound()
    return found


def units_in_reach(admin: Member) -> QuerySet[Unit]:
    """The units that stand now and in which an administrator gives roles."""
    month = this_month()
    ids = reach(admin.roles().get(Role.ADMIN, set()), month)
    return Unit.objects.filter(pk__in=ids, code__in=standing(month)).order_by("kind", "code")
