"""What became of a document: every version with author and time, and two of a section side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.pages import listed
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib.naturals import natural
from youju.summaries.binding.spoken import spoken
from youju.summaries.drafts.access import get_document_for, get_section_for, may_write
from youju.summaries.drafts.compare import compared, is_same
from youju.summaries.drafts.documents import DocumentState, Section, SectionVersion
from youju.summaries.drafts.history import steps


@require_GET
def history_page(request: HttpRequest, ref: str) -> HttpResponse:
    """All versions of all sections, the newest first; with ?section= those of one."""
    document = get_document_for(member_of(request), ref)
    found = list(reversed(steps(document)))
    section = document.all_sections.filter(pk=natural(request.GET.get("section", "")) or 0).first()
    if section:
        found = [step for step in found if step.version.section_id == section.pk]
    context = listed(request, found) | {"document": document, "section": section}
    return render(request, "desk/summary/history.html", context)


@require_GET
def compare_page(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Two versions of a section, word by word: ?from= and ?to=, else the newest against the one before it."""
    member = member_of(request)
    section = get_section_for(member, ref, pk)
    new = _version(section, request.GET.get("to", ""), section.version)
    old = _version(section, request.GET.get("from", ""), max(1, new.number - 1))
    pieces = compared(spoken(old.text), spoken(new.text))
    context = {
        "document": section.document,
        "section": section,
        "versions": list(section.versions.select_related("author")),
        "old": old,
        "new": new,
        "pieces": pieces,
        "same": is_same(pieces),
        "writes": section.document.state == DocumentState.DRAFT and may_write(member, section.document.unit),
    }
    return render(request, "desk/summary/compare.html", context)


def _version(section: Section, asked: str, usual: int) -> SectionVersion:
    """Raises NotFound."""
    found = section.versions.select_related("author").filter(number=natural(asked) or usual).first()
    if found is None:
        raise NotFound()
    return found
