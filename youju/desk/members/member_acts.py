"""What an administrator does with an account: each by one press, each told afterwards."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.members.member_forms import RoleForm
from youju.desk.members.member_page import page_of_member
from youju.desk.members.members_of_reach import get_member_for
from youju.desk.scope import admin_of
from youju.errors import NotFound, YoujuError
from youju.orgs.invitations import invitation_revoke
from youju.orgs.member_verbs import member_activate, member_deactivate
from youju.orgs.role_verbs import role_end, role_grant
from youju.orgs.second_factor import factor_reset


@require_POST
def role_give(request: HttpRequest, token: str) -> HttpResponse:
    """Give the role that the form names. Raises NotAllowed, NotFound."""
    admin, member = admin_of(request), get_member_for(request, token)
    form = RoleForm(request.POST, admin=admin, member=member)
    if not form.is_valid():
        return page_of_member(request, member, role_form=form)
    try:
        grant = role_grant(member=member, actor=admin, **form.cleaned_data)
    except YoujuError as refusal:
        form.add_error(None, str(refusal))
        return page_of_member(request, member, role_form=form)
    said = {"name": member, "role": grant.get_role_display(), "unit": grant.unit}
    messages.success(request, _("%(name)s is now %(role)s: %(unit)s.") % said)
    return redirect("member", token)


@require_POST
def role_stop(request: HttpRequest, token: str, grant: int) -> HttpResponse:
    """End a role at once. Raises NotAllowed, NotFound, and as ``role_end``."""
    admin, member = admin_of(request), get_member_for(request, token)
    ending = member.grants.select_related("unit", "member").filter(pk=grant).first()
    if ending is None:
        raise NotFound()
    role_end(grant=ending, actor=admin)
    messages.success(request, _("The role has ended: %(role)s.") % {"role": ending.get_role_display()})
    return redirect("member", token)


@require_POST
def revoke(request: HttpRequest, token: str) -> HttpResponse:
    """Let the member's invitation no longer hold. Raises NotAllowed, NotFound."""
    invitation_revoke(member=get_member_for(request, token), actor=admin_of(request))
    messages.success(request, _("The invitation no longer holds."))
    return redirect("member", token)


@require_POST
def reset_factor(request: HttpRequest, token: str) -> HttpResponse:
    """Take the second factor away from who lost it. Raises NotAllowed, NotFound, OwnFactor."""
    factor_reset(member=get_member_for(request, token), actor=admin_of(request))
    messages.success(request, _("The second factor is taken away. It is set up anew at the next log-in."))
    return redirect("member", token)


@require_POST
def close(request: HttpRequest, token: str) -> HttpResponse:
    """Close the account. Raises NotAllowed, NotFound, OwnAccount, LastAdministrator."""
    member_deactivate(member=get_member_for(request, token), actor=admin_of(request))
    messages.success(request, _("The account is closed. Whoever was logged in with it is out."))
    return redirect("member", token)


@require_POST
def open_again(request: HttpRequest, token: str) -> HttpResponse:
    """Open the account again. Raises NotAllowed, NotFound."""
    member_activate(member=get_member_for(request, token), actor=admin_of(request))
    messages.success(request, _("The account is open again, with the password and roles that it had."))
    return redirect("member", token)
