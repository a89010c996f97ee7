"""Writing one section: a plain text with tokens; looked at before it is saved; both texts where somebody was faster."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.desk.summary.chips import Chips
from youju.desk.summary.figure_finder import Found, find_figures
from youju.desk.summary.shown_sections import shown
from youju.desk.summary.typed_text import HAND_FIELDS, typed_text
from youju.lib.naturals import natural
from youju.summaries.binding.spoken import spoken
from youju.summaries.drafts.access import get_document_for, get_section_for
from youju.summaries.drafts.compare import compared
from youju.summaries.drafts.documents import Document, Section
from youju.summaries.drafts.errors import NothingToAdd, TextTooLong, TooManySections, WrittenElsewhere
from youju.summaries.drafts.section_verbs import section_add
from youju.summaries.drafts.verbs import section_write

SAVE = "save"
_ROWS = range(14, 32)


@require_http_methods(["GET", "HEAD", "POST"])
def section_edit(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Write a section. Beside saving, the form is sent to look at the text, to find a figure, and to put one in."""
    member = member_of(request)
    section = get_section_for(member, ref, pk, need="write")
    if request.method != "POST":
        return _page(request, section, section.text, section.version)
    (text, wrong), version = typed_text(request.POST), natural(request.POST.get("version", "")) or 0
    if request.POST.get("then") != SAVE:
        return _page(request, section, text, version, wrong=wrong)
    try:
        section_write(section=section, version=version, text=text, actor=member)
    except WrittenElsewhere as error:
        section.refresh_from_db()
        return _page(request, section, text, section.version, conflict=error)
    except TextTooLong as error:
        return _page(request, section, text, version, wrong=str(error))
    messages.success(request, _("The section is saved."))
    return redirect(f"{reverse('document', args=[ref])}#section-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def section_new(request: HttpRequest, ref: str) -> HttpResponse:
    """Write a new section, behind the one that ?after= names, else at the end."""
    member = member_of(request)
    document = get_document_for(member, ref, need="write")
    after = document.all_sections.filter(pk=natural(request.GET.get("after", "")) or 0).first()
    unsaved = Section(document=document, version=0, text="## ")
    if request.method != "POST":
        return _page(request, unsaved, unsaved.text, 0)
    text, wrong = typed_text(request.POST)
    if request.POST.get("then") != SAVE:
        return _page(request, unsaved, text, 0, wrong=wrong)
    try:
        section = section_add(document=document, text=text, after=after, actor=member)
    except (NothingToAdd, TextTooLong, TooManySections) as error:
        return _page(request, unsaved, text, 0, wrong=str(error))
    messages.success(request, _("The section is added."))
    return redirect(f"{reverse('document', args=[ref])}#section-{section.pk}")


def _page(
    request: HttpRequest, section: Section, text: str, version: int, *, conflict: WrittenElsewhere | None = None,
    wrong: str = "",
) -> HttpResponse:  # fmt: skip
    """The form with the text as typed. version: the one that saving will be held against."""
    document = section.document
    chips = Chips(document.unit, document.about)
    drawn = shown(document, section, text, chips)
    context: dict[str, Any] = {
        "document": document,
        "section": section,
        "text": spoken(text),
        "version": version,
        "rows": min(max(text.count("\n") + len(text) // 32, _ROWS.start), _ROWS.stop),
        "shown": drawn,
        "cards": chips.cards,
        "previewed": request.POST.get("then") == "preview",
        "found": _found(request, document),
        "conflict": conflict,
        "pieces": compared(spoken(section.text), spoken(text)) if conflict else [],
        "wrong": wrong,
        "hand": {name: request.POST.get(name, "") for name in HAND_FIELDS} if wrong else {},
    }
    status = conflict.status if conflict else 422 if wrong else 200
    return render(request, "desk/summary/section_edit.html", context, status=status)


def _found(request: HttpRequest, document: Document) -> Found | None:
    said = request.POST.get("find", "")
    return find_figures(said, document) if request.POST.get("then") == "find" and said.strip() else None
