"""The question card of a document: of the edition that stands, or of the draft."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from youju.desk.figures.wording import change_text, figure_text
from youju.desk.scope import member_of
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import heads_for
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.card import CardLine, Weakest, question_card
from youju.summaries.issuing.frozen import edition_that_stands, summary_that_stands


class Line(NamedTuple):
    """A headline figure in words. evidence: its name, grade and record; of a record that is not open to the reader
    only the grade, for a file's name may say as much as the record does. without: what is said where none is named.
    """

    text: str
    name: str
    beside: str
    before: str
    change: str
    parts: str
    why: list[str]
    evidence: list[tuple[str, str, Ledgered | None]]
    without: str
    entries: int


@require_GET
def card_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The card. Raises NotFound."""
    member = member_of(request)
    return render(request, "desk/issuing/card.html", card_context(get_document_for(member, ref), member))


def card_context(document: Document, member: Member) -> dict[str, Any]:
    """What the page and its PDF tell, as far as it is open to a member."""
    summary = summary_that_stands(document)
    card = question_card(summary)
    refs = list(dict.fromkeys(piece.record_ref for line in card.lines for piece in line.evidence))
    records = {record.ref: record for record in heads_for(member, refs)}
    return {
        "document": document,
        "edition": edition_that_stands(document),
        "size": summary.size,
        "lines": [_line(line, records) for line in card.lines],
        "weakest": card.weakest,
        "why_weakest": _why_weakest(card.weakest) if card.weakest else "",
        "by_hand": card.by_hand,
        "others": len({span.figure for span in summary.spans if span.figure}) - len(card.lines),
    }


def _line(line: CardLine, records: dict[str, Ledgered]) -> Line:
    figure, before = line.figure, line.before
    ratio = figure.denominator is not None
    return Line(
        text=line.span.text,
        name=str(figure.indicator.name),
        beside=line.beside,
        before=figure_text(before) if before else "",
        change=change_text(figure, before) if before else "",
        parts=f"{figure.numerator}/{figure.denominator}" if ratio else "",
        why=[f"{one.unit} {one.step:+}" for one in line.why],
        evidence=[_shown(piece, records.get(piece.record_ref)) for piece in line.evidence],
        without=_("on file, not named here") if line.unnamed else _("no file"),
        entries=len(figure.entries),
    )  # fmt: skip


def _shown(piece: Attachment, record: Ledgered | None) -> tuple[str, str, Ledgered | None]:
    return piece.name if record else _("a file that is not open to you"), piece.get_grade_display(), record


def _why_weakest(weakest: Weakest) -> str:
    if weakest.firmness is None:
        hand = weakest.span.hand
        told = {"reason": hand.reason, "source": hand.source, "who": hand.asked_by} if hand else {}
        return _("Typed by hand: %(reason)s. Source: %(source)s. Asked for by: %(who)s.") % told if told else ""
    firm = weakest.firmness
    told_of = {"records": firm.records, "bare": firm.bare, "stated": firm.stated, "alone": firm.alone}
    return (
        _(
            "Of %(records)s records behind it %(bare)s are without evidence, %(stated)s rest on the unit's own word, "
            "%(alone)s were verified by their author alone."
        )
        % told_of
    )
