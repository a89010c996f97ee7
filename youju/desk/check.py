"""Checking a draft: paste a text or hand in a file, and each figure in it gets its verdict.

Nothing of the draft is kept. Whatever is done with a verdict therefore comes with the text, and is answered by
the text checked again.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from youju.claims.check import check
from youju.claims.limits import TooMuch
from youju.desk.check_acts import Case, Done, carry_out
from youju.desk.check_form import CheckForm
from youju.desk.check_result import result_of
from youju.desk.scope import bureau_for, member_of, newest_year
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit
from youju.records.rights import reached_units


@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """The form; or the last text with its verdicts, what may be done with them, and the form folded below."""
    member = member_of(request)
    home = bureau_for(member)
    form = CheckForm(request.POST or None, request.FILES or None, home=home, initial={"period": str(newest_year())})
    context: dict[str, Any] = {"form": form, "home": home}
    if request.method == "POST" and form.is_valid():
        done = _after_act(request, form, home, member)
        try:
            context |= _checked(form, done, home, member)
        except TooMuch as refusal:
            form.add_error("text", str(refusal))
    return render(request, "desk/check.html", context, status=422 if form.errors else 200)


def _after_act(request: HttpRequest, form: CheckForm, home: Unit, member: Member) -> Done:
    """The text after what a button asked for; what could not be done is said, and the text stays as it was."""
    text: str = form.cleaned_data["text"]
    if not (act := request.POST.get("act", "")):
        return Done(text)
    try:
        done = carry_out(act, Case(text, home, form.cleaned_data["period"], member, request.POST))
    except (NotAllowed, NotFound):
        raise
    except YoujuError as refusal:
        messages.error(request, str(refusal))
        return Done(text)
    if done.sentence:
        messages.success(request, done.sentence)
    return done


def _checked(form: CheckForm, done: Done, home: Unit, member: Member) -> dict[str, Any]:
    values = form.cleaned_data
    found = check(done.text, unit=home, period=values["period"], aliases=values["aliases"])
    return {
        "form": form.again(done.text),
        "result": result_of(done.text, found, member),
        "period": values["period"],
        "may_bind": home.pk in reached_units(member, Role.OFFICER),
        "sought": done.sought,
    }
