"""Checking a draft: paste a text or hand in a file, and each figure in it gets its verdict.

Nothing of the draft is kept unless somebody asks (kept.py). Whatever is done with a verdict therefore comes with the
text, and is answered by the text checked again.
"""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from youju.claims.check import check, places_beyond, strange_places
from youju.claims.context.places import BeyondUnit
from youju.claims.documents.limits import TooMuch
from youju.claims.kept.kept_text import may_keep
from youju.claims.memory.remembered import bureau_of
from youju.claims.telling.checked import Checked
from youju.desk.check.check_form import CheckForm
from youju.desk.check.check_result import result_of
from youju.desk.check.claim_acts import Case, Done, carry_out
from youju.desk.check.kept_origin import held, seen_in
from youju.desk.check.opening_offer import opening_query
from youju.desk.check.whose import Whose
from youju.desk.scope import chosen_year, member_of
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.records.rights import reached_units

_STRANGE = 3  # a text names its own city once; one that names many speaks of others


@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """The form; or the last text with its verdicts, what may be done with them, and the form folded below."""
    member = member_of(request)
    whose = Whose.of(member, request.POST.get("unit", ""))
    initial = {"period": str(chosen_year(request))}
    form = CheckForm(request.POST or None, request.FILES or None, whose=whose, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return form_page(request, form)
    return checked_page(request, form, _after_act(request, form, member), member)


def form_page(request: HttpRequest, form: CheckForm) -> HttpResponse:
    """The form alone, with what is wrong in it."""
    context = {"form": form, "home": form.home, "is_bureau": _is_bureau(form)}
    return render(request, "desk/check/check.html", context, status=422 if form.errors else 200)


def checked_page(request: HttpRequest, form: CheckForm, done: Done, member: Member) -> HttpResponse:
    """The text of a valid form, or what became of it, with its verdicts. A text that is too long is told so."""
    found = verdicts(form, done.text)
    return form_page(request, form) if found is None else verdicts_page(request, form, done, found, member)


def verdicts_page(
    request: HttpRequest, form: CheckForm, done: Done, found: list[Checked], member: Member
) -> HttpResponse:
    """The same where the text was checked already."""
    return render(request, "desk/check/check.html", _context(form, done, found, member))


def verdicts(form: CheckForm, text: str) -> list[Checked] | None:
    """The verdicts by the settings of a valid form; None, with the reason at its field, where it is not checked."""
    values = form.cleaned_data
    try:
        return check(text, unit=form.home, period=values["period"], aliases=values["aliases"])
    except TooMuch as refusal:
        form.add_error("text", str(refusal))
    except BeyondUnit as refusal:
        form.add_error("aliases", str(refusal))
    return None


def _is_bureau(form: CheckForm) -> bool:
    """Whether the text is the bureau's own, beside which stands what it has bound by hand."""
    return form.home.pk == home_unit().pk


def _after_act(request: HttpRequest, form: CheckForm, member: Member) -> Done:
    """The text after what a button asked for; what could not be done is said, and the text stays as it was."""
    text: str = form.cleaned_data["text"]
    if not (act := request.POST.get("act", "")):
        return Done(text)
    try:
        done = carry_out(act, Case(text, form.home, form.cleaned_data["period"], member, request.POST))
    except (NotAllowed, NotFound):
        raise
    except YoujuError as refusal:
        messages.error(request, str(refusal))
        return Done(text)
    if done.sentence:
        messages.success(request, done.sentence)
    return done


def _context(form: CheckForm, done: Done, found: list[Checked], member: Member) -> dict[str, Any]:
    values, text = form.cleaned_data, done.text
    seen = seen_in(values["kept"], form.home, member)
    return {
        "form": form.again(text),
        "home": form.home,
        "is_bureau": _is_bureau(form),
        "result": result_of(
            text,
            found,
            member,
            partial(opening_query, text, values["title"], values["period"]),
            places_beyond(text, unit=form.home, period=values["period"]),
        ),
        "period": values["period"],
        "strange": strange_places(text, unit=form.home, period=values["period"], aliases=values["aliases"])[:_STRANGE],
        "may_bind": bureau_of(form.home).pk in reached_units(member, Role.OFFICER),
        "may_keep": may_keep(member, form.home),
        "sought": done.sought,
        "held": held(seen, form.paper(text), found, member) if seen else None,
    }
