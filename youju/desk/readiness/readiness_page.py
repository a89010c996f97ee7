"""就绪: what is ready and what is not, with the way to see to it, and beginning once nothing is red."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.bureau.live import AlreadyLive, NotReady, OpeningAfter, bureau_go_live
from youju.bureau.readiness import readiness
from youju.desk.scope import bureau_admin_of
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.settings import setting


class LiveForm(forms.Form):
    day = forms.DateField(
        label=gettext_lazy("first day"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Opening figures are of days before it; what comes from it on is recorded."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def readiness_page(request: HttpRequest) -> HttpResponse:
    """The page for administrators; a POST sets the first day. Raises NotAllowed."""
    member = bureau_admin_of(request)
    form = LiveForm(request.POST or None, initial={"day": setting("live_since") or clock.today()})
    if request.method == "POST" and form.is_valid() and _begun(request, form, member):
        return redirect("ready")
    answers = readiness()
    context = {
        "form": form,
        "answers": answers,
        "missing": [sentence for answer in answers for sentence in answer.missing],
        "red": [answer for answer in answers if answer.red],
        "since": setting("live_since"),
        "begun": setting("live_since") is not None and setting("live_since") <= clock.today(),
    }
    return render(request, "desk/readiness/readiness.html", context, status=422 if form.errors else 200)


def _begun(request: HttpRequest, form: LiveForm, member: Member) -> bool:
    try:
        bureau_go_live(day=form.cleaned_data["day"], actor=member)
    except (AlreadyLive, NotReady, OpeningAfter) as refusal:
        form.add_error("day", str(refusal))
        return False
    messages.success(request, _("The bureau works here from %(day)s on.") % {"day": form.cleaned_data["day"]})
    return True
