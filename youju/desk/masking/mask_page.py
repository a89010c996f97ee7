"""A text without names: what was replaced, what still identifies and may be left out as well, and the file of it.

Nothing is kept: the text and the choices travel with the form. A document is named by its reference in the address.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from youju.desk.change.source_form import SourceForm
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.records.heads.sections import Section
from youju.records.rights import units_to_record_for
from youju.summaries.binding.markup import marked_markdown
from youju.summaries.drafts.access import get_document_for, writing_units
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.frozen import summary_that_stands
from youju.summaries.masking.lexicon import lexicon
from youju.summaries.masking.mask import mask
from youju.summaries.masking.masked import MaskedText, Remain
from youju.summaries.masking.written import to_markdown, to_summary
from youju.summaries.paper.files import MEDIA_TYPES, write
from youju.summaries.paper.heads import Heads

_NAME = "masked"


class Piece(NamedTuple):
    """A part of the masked text; sort is "" where nothing was replaced."""

    text: str
    sort: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def mask_page(request: HttpRequest) -> HttpResponseBase:
    """The form; or the masked text with what remains; or the file of it."""
    member = member_of(request)
    if not writing_units(member):
        raise NotAllowed()
    document = _asked(request, member)
    form = SourceForm(request.POST or None, request.FILES or None, initial={"text": _text_of(document)})
    if request.method != "POST" or not form.is_valid():
        shown = {"form": form, "document": document}
        return render(request, "desk/masking/mask.html", shown, status=422 if form.errors else 200)
    text, also = form.cleaned_data["text"], tuple(filter(None, request.POST.getlist("also")))
    masked = mask(text, lexicon(), also=also)
    if (ending := request.POST.get("file", "")) in MEDIA_TYPES:
        return _file(masked, ending)
    context = {
        "form": SourceForm(initial={"text": text}),
        "document": document,
        "masked": masked,
        "pieces": list(pieces(masked)),
        "remains": once(masked.remains),
        "also": also,
        "endings": MEDIA_TYPES,
        "may_offer": units_to_record_for(member, Section.PUBLICITY).exists(),
    }
    return render(request, "desk/masking/mask.html", context)


def pieces(masked: MaskedText) -> Iterator[Piece]:
    """The masked text in pieces, in its order."""
    reached = 0
    for span in masked.spans:
        yield Piece(masked.text[reached : span.start])
        yield Piece(span.mask, span.sort)
        reached = span.end
    yield Piece(masked.text[reached:])


def once(remains: Sequence[Remain]) -> list[Remain]:
    """What remains, each word once: a choice holds wherever the word stands."""
    each: dict[str, Remain] = {}
    for remain in remains:
        each.setdefault(remain.said, remain)
    return list(each.values())


def _asked(request: HttpRequest, member: Member) -> Document | None:
    """The document that the address names, if it names one. Raises NotFound."""
    ref = request.GET.get("document", "")
    return get_document_for(member, ref) if ref else None


def _text_of(document: Document | None) -> str:
    return marked_markdown(summary_that_stands(document)) if document else ""


def _file(masked: MaskedText, ending: str) -> FileResponse:
    content = to_markdown(masked).encode() if ending == "md" else write(to_summary(masked), Heads(), ending)
    answer = FileResponse(
        BytesIO(content), as_attachment=True, filename=f"{_NAME}.{ending}", content_type=MEDIA_TYPES[ending]
    )
    answer["Cache-Control"] = "private, no-store"
    return answer
