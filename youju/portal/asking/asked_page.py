"""What became of an inquiry, for whoever has its code: state, due day, answers; and what can be done with it."""

from collections.abc import Callable
from typing import NamedTuple

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.errors import NotFound, YoujuError
from youju.lib.text import visible
from youju.orgs.reasons import in_full
from youju.orgs.tickets import TicketInvalid
from youju.portal.guesses import code_tried
from youju.portal.page import public_answer, render, unkept
from youju.portal.site import Site, site_of
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.verbs.asker_verbs import inquiry_of, review_ask, solved_say, supplement_add, told_to_asker

_PURPOSE = "asker"
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None, "\u3000": None})
_LONGEST = 2000


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code of twelve characters"),
        max_length=40,
        error_messages={"required": gettext_lazy("Type the code.")},
    )

    def clean_code(self) -> str:
        return plain_code(self.cleaned_data["code"])


def plain_code(text: str) -> str:
    """A code as it was given out, however it was typed."""
    return text.strip().lower().translate(_MISREAD)


class Typed(NamedTuple):
    """What the holder of a code wrote, and for what."""

    act: str = ""
    text: str = ""


_NOTHING = Typed()


@public_answer
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest) -> HttpResponseBase:
    """The box for the code; by POST what became of the inquiry, and what its holder does with it."""
    site = site_of(request)
    form = CodeForm(request.POST if request.method == "POST" else None, auto_id="code-%s")
    if not form.is_bound or not form.is_valid():
        return _box(site, form)
    code = form.cleaned_data["code"]
    try:
        inquiry = _inquiry(request, code)
    except TicketInvalid:
        form.add_error("code", _("No inquiry has this code. Compare its twelve characters with what you noted down."))
        return _box(site, form)
    return _page(site, inquiry, code, *_done(request, code), typed=_typed(request))


@public_answer
@require_http_methods(["GET", "HEAD"])
def asked_by_code(request: HttpRequest, code: str) -> HttpResponseBase:
    """The same behind the QR code. Raises TicketInvalid, TooManyGuesses."""
    site, code = site_of(request), plain_code(code)
    return _page(site, _inquiry(request, code), code)


def _inquiry(request: HttpRequest, code: str) -> Inquiry:
    with code_tried(request, _PURPOSE):
        return inquiry_of(code)


def _done(request: HttpRequest, code: str) -> tuple[str, str]:
    """What was done, and what went wrong with it, each a sentence; both "" where nothing was asked for."""
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        return "", ""
    try:
        return act(code, in_full(_typed(request).text, _LONGEST)), ""
    except (TicketInvalid, NotFound):
        raise
    except YoujuError as error:
        return "", str(error)


def _typed(request: HttpRequest) -> Typed:
    return Typed(request.POST.get("act", ""), visible(request.POST.get("text", "")).strip())


def _supplement(code: str, text: str) -> str:
    supplement_add(code=code, text=text)
    return _("What you added is with the office.")


def _solved(code: str, _text: str) -> str:
    solved_say(code=code, solved=True)
    return _("Thank you. The inquiry is settled.")


def _reopen(code: str, text: str) -> str:
    solved_say(code=code, solved=False, reason=text)
    return _("The inquiry is open again. It is answered anew.")


def _review(code: str, text: str) -> str:
    review_ask(code=code, reason=text)
    return _("The review was asked for.")


_ACTS: dict[str, Callable[[str, str], str]] = {
    "supplement": _supplement,
    "settle": _solved,
    "reopen": _reopen,
    "ask-review": _review,
}


def _box(site: Site, form: CodeForm) -> HttpResponseBase:
    context = {"form": form, "current": "ask"}
    return unkept(render(site, "portal/asked_box.html", context, status=422 if form.errors else 200))


def _page(
    site: Site, inquiry: Inquiry, code: str, done: str = "", wrong: str = "", typed: Typed = _NOTHING
) -> HttpResponseBase:
    """typed: stands in its box again where something was wrong with it."""
    inquiry = type(inquiry).objects.get(pk=inquiry.pk)  # as what was just done has left it
    context = {
        "told": told_to_asker(inquiry),
        "text": inquiry.text,
        "code": code,
        "done": done,
        "wrong": wrong,
        "typed": typed if wrong else _NOTHING,
        "current": "ask",
    }
    return unkept(render(site, "portal/asked.html", context, status=422 if wrong else 200))
