"""A Word document that comes back to the document it went out from: what was changed by hand, to take over or leave.

Nothing is kept until it is taken over: what was read travels with the form, signed, so that it comes back as it was.
"""

from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.fields import LineField
from youju.desk.scope import member_of
from youju.desk.summary.returned_form import ReturnedForm, figure_name
from youju.errors import YoujuError
from youju.summaries.binding.summary import Hand
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.errors import NotToldWhy, TextTooLong
from youju.summaries.drafts.returned import changes_for, document_take_over, homes_of
from youju.summaries.drafts.verbs import require_draft
from youju.summaries.paper.original import OriginalPiece
from youju.summaries.paper.returned import Edit, Where
from youju.summaries.paper.taking_over import Change, changes_of

_LONGEST = 120


class HandForm(forms.Form):
    """What is told of every figure that is taken over."""

    reason = LineField(
        label=gettext_lazy("why the ledger does not carry them"), max_length=_LONGEST, required=False,
        help_text=gettext_lazy("Told of every figure that is taken over: it is then a figure typed by hand."),
    )  # fmt: skip
    source = LineField(label=gettext_lazy("where they were read"), max_length=_LONGEST, required=False)
    asked_by = LineField(label=gettext_lazy("who asked for it"), max_length=_LONGEST, required=False)


class Row(NamedTuple):
    """A change on the page. names: what its figures are called; placed: whether it has one place in the text."""

    number: int
    change: Change
    names: list[tuple[Edit, str]]
    placed: bool
    ticked: bool


@require_http_methods(["GET", "HEAD", "POST"])
def document_returned(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for the file; show its changes; write the ticked ones. Raises NotFound, NotAllowed, NotADraft."""
    member = member_of(request)
    document = get_document_for(member, ref, need="write")
    require_draft(document)
    if request.method != "POST":
        return _page(request, document, ReturnedForm())
    if "read" not in request.POST:
        return _read(request, document)
    changes = _unpacked(document, request.POST["read"])
    if changes is None:
        messages.error(request, _("What was read of the file did not come back whole. Choose the file again."))
        return redirect("document-returned", ref)
    form, taken = HandForm(request.POST), _ticked(request, changes)
    if not form.is_valid():
        return _changes_page(request, document, changes, form)
    hand = Hand(*(form.cleaned_data[name] for name in Hand._fields))
    try:
        left = document_take_over(document=document, changes=taken, hand=hand, actor=member)
    except (NotToldWhy, TextTooLong) as error:
        form.add_error(None, str(error))
        return _changes_page(request, document, changes, form)
    _say(request, len(taken), left)
    return redirect("document", ref)


def _read(request: HttpRequest, document: Document) -> HttpResponse:
    form = ReturnedForm(request.POST, request.FILES)
    if not form.is_valid() or form.found is None:
        return _page(request, document, form)
    try:
        changes = changes_for(document, form.found, form.name)
    except YoujuError as error:
        form.add_error("file", str(error))
        return _page(request, document, form)
    return _changes_page(request, document, changes, HandForm())


def _page(request: HttpRequest, document: Document, form: ReturnedForm) -> HttpResponse:
    context = {"document": document, "form": form}
    return render(request, "desk/summary/document_returned.html", context, status=422 if form.errors else 200)


def _changes_page(
    request: HttpRequest, document: Document, changes: list[Change], hand: HandForm
) -> HttpResponse:  # fmt: skip
    homes, ticked = homes_of(document, changes), _ticked(request, changes)
    rows = [
        Row(number, change, _names(change), homes[change] is not None, change in ticked)
        for number, change in enumerate(changes)
    ]
    context = {
        "document": document,
        "form": ReturnedForm(),
        "hand": hand,
        "read": True,
        "rows": rows,
        "packed": _packed(document, changes),
        "asks_hand": any(row.placed and row.change.has_figure for row in rows),
        "may_take": any(row.placed for row in rows),
    }
    return render(request, "desk/summary/document_returned.html", context, status=422 if hand.errors else 200)


def _names(change: Change) -> list[tuple[Edit, str]]:
    return [(edit, figure_name(edit)) for edit in change.edits if edit.figure]


def _ticked(request: HttpRequest, changes: list[Change]) -> list[Change]:
    numbers = set(request.POST.getlist("take"))
    return [change for number, change in enumerate(changes) if str(number) in numbers]


def _say(request: HttpRequest, taken: int, left: list[Change]) -> None:
    done = taken - len(left)
    if done:
        messages.success(request, _("Changes taken over: %(done)s.") % {"done": done})
    elif not taken:
        messages.info(request, _("Nothing was ticked; the text is as it was."))
    for change in left:
        text = change.edit.after or change.edit.before
        messages.warning(request, _("Not taken over, write it by hand: %(text)s") % {"text": text})


def _packed(document: Document, changes: list[Change]) -> str:
    edits = [edit for change in changes for edit in change.edits]
    return signing.dumps(edits, salt=_salt(document), compress=True)


def _unpacked(document: Document, packed: str) -> list[Change] | None:
    """None where it is not what this page packed."""
    try:
        return changes_of([_edit(*values) for values in signing.loads(packed, salt=_salt(document))])
    except signing.BadSignature:
        return None


def _salt(document: Document) -> str:
    return f"returned {document.ref}"


def _edit(
    section: str, line: int, before: str, after: str, figure: Any, within: Any, place: int, where: Where
) -> Edit:  # fmt: skip
    pieces = tuple(OriginalPiece(*piece) for piece in within)
    return Edit(section, line, before, after, OriginalPiece(*figure) if figure else None, pieces, place, where)
