"""One account: who it is, which roles it holds, how it logs in, and what can be done with it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.members.member_forms import MemberForm, NewMemberForm, RoleForm
from youju.desk.members.members_of_reach import get_member_for
from youju.desk.scope import admin_of
from youju.errors import YoujuError
from youju.lib import clock
from youju.orgs.joining import Joining
from youju.orgs.log_ins import has_factor
from youju.orgs.member_verbs import member_add, member_edit
from youju.orgs.members import Member
from youju.orgs.role_verbs import role_grant
from youju.orgs.usernames import propose_username
from youju.records.heads.sections import Section


@require_http_methods(["GET", "HEAD", "POST"])
def member_new(request: HttpRequest) -> HttpResponse:
    """A form for a new account with its first role. Raises NotAllowed."""
    admin = admin_of(request)
    form = NewMemberForm(request.POST if request.method == "POST" else None, admin=admin)
    if form.is_valid() and (member := _added(form, admin)) is not None:
        messages.success(request, _("%(name)s is added. Invite now, or later together with others.") % {"name": member})
        return redirect("member", member.token)
    context = {"form": form, "name": _("Add a member"), "button": _("Save")}
    return render(request, "desk/members/member_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def member_page(request: HttpRequest, token: str) -> HttpResponse:
    """The account; a POST changes name and unit. Raises NotAllowed, NotFound."""
    admin, member = admin_of(request), get_member_for(request, token)
    given = {"name": member.name, "unit": member.unit_id}
    form = MemberForm(request.POST if request.method == "POST" else None, initial=given, admin=admin)
    if form.is_valid():
        member_edit(member=member, name=form.cleaned_data["name"], unit=form.cleaned_data["unit"], actor=admin)
        messages.success(request, _("Saved."))
        return redirect("member", member.token)
    return page_of_member(request, member, form=form)


def page_of_member(
    request: HttpRequest, member: Member, *, form: MemberForm | None = None, role_form: RoleForm | None = None
) -> HttpResponse:
    """The page, with one of its forms as it was sent."""
    admin = admin_of(request)
    given = {"name": member.name, "unit": member.unit_id}
    sections = dict(Section.choices)
    grants = list(member.grants.not_over(clock.today()).select_related("unit", "stands_in_for").order_by("role", "pk"))
    for grant in grants:
        grant.section_names = [sections[code] for code in grant.sections if code in sections]  # type: ignore[attr-defined]  # for the page
    context: dict[str, Any] = {
        "shown": member,
        "joining": Joining(member.joining),  # type: ignore[attr-defined]  # annotated by members_with_joining
        "grants": grants,
        "form": form or MemberForm(initial=given, admin=admin),
        "role_form": role_form or RoleForm(admin=admin, member=member),
        "is_oneself": member == admin,
        "has_factor": has_factor(member),
    }
    return render(request, "desk/members/member.html", context)


@transaction.atomic
def _add(form: NewMemberForm, admin: Member) -> Member:
    given = form.cleaned_data
    username = given["username"] or propose_username(given["name"])
    member = member_add(username=username, name=given["name"], unit=given["unit"], actor=admin)
    role_grant(member=member, role=given["role"], unit=given["unit"], actor=admin)
    return member


def _added(form: NewMemberForm, admin: Member) -> Member | None:
    """The new member; None where a rule refuses it, which the form then says."""
    try:
        return _add(form, admin)
    except YoujuError as refusal:
        form.add_error(None, str(refusal))
        return None
