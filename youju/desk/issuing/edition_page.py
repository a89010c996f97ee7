"""An edition: the text as it was frozen, who did what with it, each of its figures, and what changed since."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.indicators.catalogue import indicators
from youju.indicators.indicator import Text
from youju.ledger.reading import entries_by_seq
from youju.orgs.members import Member
from youju.orgs.proving import proof_asked
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import heads_for
from youju.summaries.binding.markup import cover, to_html
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.changes import Change, changes_of, later_entries
from youju.summaries.issuing.disclosed import disclosed
from youju.summaries.issuing.disclosing import may_disclose
from youju.summaries.issuing.editions import Edition, EditionFigure, Erratum
from youju.summaries.issuing.errata import issued_errata, running_erratum, uncorrected
from youju.summaries.issuing.frozen import figures_of, summary_of
from youju.summaries.issuing.offered import acts_offered
from youju.summaries.issuing.verbs import drafters_of
from youju.summaries.paper.files import ENDINGS

_LISTED = 50
_TOO_MANY = 2**15  # no database keeps such a number here


class Row(NamedTuple):
    """A figure of the edition: as frozen, what it counts, and what changed of it since, if anything.

    counts_now: what it counts today where that is told otherwise, or "".
    """

    figure: EditionFigure
    name: str
    counts: str
    url: str
    change: Change | None
    counts_now: str

    @property
    def moved(self) -> bool:
        """Whether the text's own ground changed; what only came later and prints the same is left to another list."""
        change = self.change
        return change is not None and bool(change.differs or change.voided or change.redefined)


class Later(NamedTuple):
    """The records verified since that would count, as far as they are open to the reader; hidden: how many are not."""

    records: list[Ledgered]
    hidden: int


@require_GET
def newest(request: HttpRequest, ref: str) -> HttpResponse:
    """The edition that stands; where nothing was frozen yet, where one freezes."""
    document = get_document_for(member_of(request), ref)
    edition = document.editions.last()
    if edition is None:
        return redirect("document-act", ref, "freeze")
    return edition_page(request, document, edition)


@require_GET
def numbered(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """One edition by its number. Raises NotFound."""
    return edition_page(request, *edition_for(member_of(request), ref, number))


def edition_for(member: Member, ref: str, number: int) -> tuple[Document, Edition]:
    """A document that is open to the member, and one of its editions. Raises NotFound."""
    document = get_document_for(member, ref)
    edition = document.editions.filter(number=number).first() if number < _TOO_MANY else None
    if edition is None:
        raise NotFound()
    return document, edition


def edition_page(request: HttpRequest, document: Document, edition: Edition) -> HttpResponse:
    """The page of an edition with what the reader may do next."""
    member = member_of(request)
    editions = list(document.editions.all())
    stands = document.is_frozen and edition == editions[-1]
    changes = changes_of(edition) if stands else ()
    summary, rows = summary_of(edition), _rows(edition, changes)
    context = {
        "document": document,
        "edition": edition,
        "editions": editions,
        "endings": ENDINGS,
        "stands": stands,
        "steps": list(edition.steps.select_related("by")),
        "body": _body(summary),
        "cover": cover(summary),
        "rows": rows,
        "changed": [row for row in rows if row.moved],
        "uncorrected": {change.figure.place for change in uncorrected(edition)} if stands else set(),
        "later": _later(changes, member),
        "errata": issued_errata(edition),
        "running": running_erratum(edition),
        "corrects": Erratum.objects.filter(document=document).select_related("edition__document").first(),
        "acts": acts_offered(member, document) if edition == editions[-1] else [],
        "proof": proof_asked(member),
        "on_site": disclosed().filter(pk=edition.pk).exists(),
        "may_disclose": stands and document.state == DocumentState.ISSUED and may_disclose(member, document),
        "drafted": member.pk in drafters_of(document),
    }
    return render(request, "desk/issuing/edition.html", context)


def _body(summary: Summary) -> SafeString:
    """The text; each figure leads to its line among the figures of the edition."""
    places = {figure: place for place, figure in enumerate(figures_of(summary))}
    # Safe: to_html cleans the prose and escapes what it puts in.
    return mark_safe(to_html(summary, lambda figure: f"#figure-{places[figure]}"))


def _rows(edition: Edition, changes: Iterable[Change]) -> list[Row]:
    by_place: Mapping[int, Change] = {change.figure.place: change for change in changes}
    return [_row(figure, by_place.get(figure.place)) for figure in edition.figures.all()]


def _row(figure: EditionFigure, change: Change | None) -> Row:
    definition = figure.definition
    query = urlencode({"unit": figure.unit, "period": figure.period})
    url = f"{reverse('figure', args=[figure.code])}?{query}"
    counts = str(Text(*definition["card"]["counts"]))
    return Row(figure, str(Text(*definition["name"])), counts, url, change, _counts_now(change, counts))


def _counts_now(change: Change | None, counts: str) -> str:
    now = indicators().get(change.figure.code) if change and change.redefined else None
    told = str(now.card.counts) if now else ""
    return told if told != counts else ""


def _later(changes: Iterable[Change], member: Member) -> Later:
    entries = entries_by_seq(later_entries(changes))
    refs = list(dict.fromkeys(entries[seq].record_ref for seq in sorted(entries, reverse=True)))
    records = heads_for(member, refs[:_LISTED])
    return Later(records, len(refs) - len(records))
