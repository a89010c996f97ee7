"""What is done with a document on its way out: each act on a page that says what will happen, and a form to do it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.orgs.members import Member
from youju.orgs.proving import proof_asked
from youju.summaries.binding.build import build
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.comments import unsettled_comments
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.acts import ACTS, Act, is_for, require_state
from youju.summaries.issuing.errata import erratum_begin
from youju.summaries.issuing.giving_up import summary_drop, summary_resume
from youju.summaries.issuing.verbs import (
    standing_edition,
    summary_freeze,
    summary_issue,
    summary_refuse,
    summary_sign,
    summary_withdraw,
)

_LONGEST_PROOF = 200


class ActForm(forms.Form):
    """No field: what is done needs nothing more."""


class ReasonForm(ActForm):
    reason = forms.CharField(
        label=gettext_lazy("reason"), max_length=400, widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("It stays on record with the edition."),
    )  # fmt: skip


class SignForm(ActForm):
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    proof = forms.CharField(max_length=_LONGEST_PROOF)

    def __init__(self, *args: Any, asks: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        proof = self.fields["proof"]
        if asks == "code":
            proof.label = _("code from the phone")
            proof.widget = forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"})
        else:
            proof.label = _("your password")
            proof.widget = forms.PasswordInput({"autocomplete": "current-password"})


# Where one goes on after an act, if not at the edition.
_NEXT = {"drop": "documents", "resume": "document", "correct": "document"}


class Done(NamedTuple):
    """What was done, in a sentence, and the document whose page comes next."""

    sentence: str
    document: Document


Do = Callable[[Document, Member, dict[str, Any]], Done]


@sensitive_post_parameters("proof")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act_page(request: HttpRequest, ref: str, action: str) -> HttpResponse:
    """The form of an act; a POST does it. Raises NotFound, NotAllowed and what the verb raises."""
    member = member_of(request)
    document = get_document_for(member, ref)
    act = next((act for act in ACTS if act.code == action), None)
    if act is None:
        raise NotFound()
    if not is_for(act, member, document.unit):
        raise NotAllowed()
    require_state(act, document)
    form = _form(request, act, document, member)
    if request.method != "POST" or not form.is_valid():
        return _page(request, act, document, form, 422 if form.errors else 200)
    try:
        done = _DOES[act.code](document, member, form.cleaned_data)
    except YoujuError as error:
        if error.status in (403, 404):
            raise
        form.add_error(None, str(error))
        return _page(request, act, document, form, error.status)
    messages.success(request, done.sentence)
    return redirect(_NEXT.get(act.code, "edition"), done.document.ref)


def _form(request: HttpRequest, act: Act, document: Document, member: Member) -> ActForm:
    sent = request.POST if request.method == "POST" else None
    if act.code == "sign":
        standing = standing_edition(document).digest if document.editions.exists() else ""
        return SignForm(sent, asks=proof_asked(member), initial={"digest": standing})
    return ReasonForm(sent) if act.reason else ActForm(sent)


def _page(request: HttpRequest, act: Act, document: Document, form: ActForm, status: int) -> HttpResponse:
    freezing = act.code == "freeze" and request.method != "POST"
    context = {
        "act": act,
        "document": document,
        "form": form,
        "problems": _problems(document) if freezing else [],
        "unsettled": len(unsettled_comments(document)) if freezing else 0,
    }
    return render(request, "desk/issuing/act.html", context, status=status)


def _problems(document: Document) -> list[str]:
    """What keeps a draft from being frozen, line by line."""
    try:
        build(unit=document.unit, period=document.about, template=document.text)
    except YoujuError as error:
        return str(error.details.get("problems") or error).splitlines()
    return []


def _freeze(document: Document, actor: Member, _values: dict[str, Any]) -> Done:
    edition = summary_freeze(document=document, actor=actor)
    told = _("“%(title)s” is frozen as edition %(number)s and waits to be signed.")
    return Done(told % {"title": document.title, "number": edition.number}, document)


def _withdraw(document: Document, actor: Member, values: dict[str, Any]) -> Done:
    summary_withdraw(document=document, reason=values["reason"], actor=actor)
    return Done(_("“%s” is a draft again.") % document.title, document)


def _refuse(document: Document, actor: Member, values: dict[str, Any]) -> Done:
    summary_refuse(document=document, reason=values["reason"], actor=actor)
    return Done(_("“%s” was sent back with your reason.") % document.title, document)


def _sign(document: Document, actor: Member, values: dict[str, Any]) -> Done:
    summary_sign(document=document, digest=values["digest"], proof=values["proof"], actor=actor)
    return Done(_("You have signed “%s”.") % document.title, document)


def _drop(document: Document, actor: Member, values: dict[str, Any]) -> Done:
    summary_drop(document=document, reason=values["reason"], actor=actor)
    return Done(_("“%s” is given up. It can be taken up again.") % document.title, document)


def _resume(document: Document, actor: Member, _values: dict[str, Any]) -> Done:
    summary_resume(document=document, actor=actor)
    return Done(_("“%s” is a draft again.") % document.title, document)


def _issue(document: Document, actor: Member, _values: dict[str, Any]) -> Done:
    issued = summary_issue(document=document, actor=actor)
    told = _("“%(title)s” is issued.") if not issued.symbol else _("“%(title)s” is issued as %(symbol)s.")
    return Done(told % {"title": document.title, "symbol": issued.symbol}, document)


def _correct(document: Document, actor: Member, _values: dict[str, Any]) -> Done:
    erratum = erratum_begin(document=document, actor=actor)
    return Done(_("The erratum is drafted. Read it, then freeze it to be signed."), erratum)


_DOES: dict[str, Do] = {
    "freeze": _freeze, "withdraw": _withdraw, "refuse": _refuse, "sign": _sign, "issue": _issue, "drop": _drop,
    "resume": _resume, "correct": _correct,
}  # fmt: skip
