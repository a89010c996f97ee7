"""Where a code is typed from a card: leads to the page of the ticket."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from youju.desk.throttle import TICKET, count_guess, refuse_guessers
from youju.orgs.tickets import TicketInvalid, ticket_of


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("code on the card or sheet"), max_length=40,
        help_text=_("The letters and digits that stand beside the QR code, as 7k3m-9qx2."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter_code(request: HttpRequest) -> HttpResponse:
    """The form; a POST leads on where the code holds. Raises TooManyGuesses."""
    refuse_guessers(request, TICKET)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code = "".join(form.cleaned_data["code"].split()).replace("/", "")
        try:
            ticket_of(code)
            return redirect("ticket", code)
        except TicketInvalid as refusal:
            count_guess(request, TICKET)
            form.add_error("code", str(refusal))
    return render(request, "desk/account/enter_code.html", {"form": form})
