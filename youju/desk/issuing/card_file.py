"""The question card as PDF, as its page tells it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from youju.desk.issuing.card_page import Line, card_context
from youju.desk.scope import member_of
from youju.orgs.members import Member
from youju.phrases import bracketed
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.card_paper import CardRow, CardSheet, card_paper


@require_GET
def card_file(request: HttpRequest, ref: str) -> HttpResponse:
    """The PDF. Raises NotFound, NoChineseFont."""
    member = member_of(request)
    content = card_paper(sheet_of(get_document_for(member, ref), member))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="card-{ref}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def sheet_of(document: Document, member: Member) -> CardSheet:
    """The card in words."""
    told = card_context(document, member)
    others = told["others"]
    more = ngettext(
        "%(counter)s more figure stands in the text.", "%(counter)s more figures stand in the text.", others
    )  # fmt: skip
    return CardSheet(
        title=_("Question card: %(title)s") % {"title": document.title},
        note=_note(told),
        weakest=_weakest(told),
        columns=(_("Figure"), _("Year before"), _("Where the change comes from"), _("What shows it")),
        rows=[_row(line) for line in told["lines"]],
        others=more % {"counter": others} if others > 0 else "",
        empty=_("The text has no bound figure."),
    )


def _note(told: dict[str, Any]) -> str:
    edition = told["edition"]
    which = (
        _("edition %(number)s, frozen %(day)s") % {"number": edition.number, "day": f"{edition.frozen_at:%Y-%m-%d}"}
        if edition
        else _("a draft, as the ledger stands now")
    )
    return " · ".join((told["document"].unit.name, which, _("ledger of %(size)s entries") % {"size": told["size"]}))


def _weakest(told: dict[str, Any]) -> tuple[str, str, str]:
    title = _("The weakest figure of the text")
    if (weakest := told["weakest"]) is None:
        return title, "", _(
            "No weak figure: behind each stand records with evidence, verified by somebody other than their author."
        )  # fmt: skip
    figure = weakest.span.figure
    return title, bracketed(weakest.span.text, figure and figure.indicator.name), told["why_weakest"]


def _row(line: Line) -> CardRow:
    evidence = [(name, str(grade)) for name, grade, _record in line.evidence] or [(line.without, "")]
    return CardRow(
        line.text, bracketed(line.name, line.beside), line.parts, line.before, line.change, line.why or ["—"], evidence
    )
