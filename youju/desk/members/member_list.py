"""All accounts: who has joined, who is invited, whose card has run out."""

from collections import Counter
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.members.member_forms import MemberFilterForm
from youju.desk.pages import filtered_list
from youju.desk.scope import admin_of
from youju.lib import clock
from youju.orgs.joining import Joining, members_for, members_with_joining
from youju.orgs.members import Member, RoleGrant


class Row(NamedTuple):
    """joining: in words; grants: those that hold now or begin later."""

    member: Member
    joining: Joining
    grants: list[RoleGrant]


@require_GET
def member_list(request: HttpRequest) -> HttpResponse:
    """The list with its filters, and how many are in each state. Raises NotAllowed."""
    admin = admin_of(request)
    filters = MemberFilterForm(request.GET)
    members = _narrowed(members_with_joining(members_for(admin)), filters)
    shown = filtered_list(request, filters, members.select_related("unit").order_by("unit__code", "username"))
    context: dict[str, Any] = shown | {
        "name": _("Members"),
        "rows": _rows(list(shown["page"].object_list)),
        "counts": joining_counts(admin),
    }
    return render(request, "desk/members/members.html", context)


def _narrowed(members: QuerySet[Member], filters: MemberFilterForm) -> QuerySet[Member]:
    if not filters.is_valid():
        return members.none()
    wanted = filters.cleaned_data
    if text := wanted["text"].strip():
        named = Q(name__icontains=text) | Q(username__icontains=text)
        members = members.filter(named | Q(unit__name__icontains=text) | Q(unit__short_name__icontains=text))
    if wanted["role"]:
        held = RoleGrant.objects.not_over(clock.today()).filter(role=wanted["role"])
        members = members.filter(pk__in=held.values("member"))
    return members.filter(Q(joining=wanted["joining"])) if wanted["joining"] else members


def _rows(members: list[Member]) -> list[Row]:
    grants: dict[int, list[RoleGrant]] = {}
    for grant in RoleGrant.objects.not_over(clock.today()).filter(member__in=members).select_related("unit"):
        grants.setdefault(grant.member_id, []).append(grant)
    return [Row(member, Joining(member.joining), grants.get(member.pk, [])) for member in members]  # type: ignore[attr-defined]  # annotated by members_with_joining


def joining_counts(admin: Member) -> list[tuple[Joining, int]]:
    """How many of an administrator's members are in each state that there is."""
    members = members_with_joining(members_for(admin))
    numbers = Counter(members.order_by().values_list(F("joining"), flat=True))
    return [(state, numbers[state]) for state in Joining if state in numbers]
