"""What each purpose of a ticket shows and does. A purpose without a line here opens nothing."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from youju.orgs.invitations import invited_member, password_set
from youju.orgs.members import Member
from youju.orgs.tickets import Purpose, Ticket

# Takes the request, the code and the ticket that it holds; uses the ticket on POST only.
Handler = Callable[[HttpRequest, str, Ticket], HttpResponse]


def invitation(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponse:
    """The new member, or who forgot, chooses a password."""
    member = invited_member(ticket)
    form: SetPasswordForm[Member] = SetPasswordForm(member, request.POST if request.method == "POST" else None)
    if form.is_valid():
        password_set(code=code, password=form.cleaned_data["new_password1"])
        messages.success(request, _("The password is set. Log in with it."))
        return redirect("login")
    return render(request, "desk/account/invitation.html", {"form": form, "member": member})


HANDLERS: dict[Purpose, Handler] = {Purpose.INVITATION: invitation}
