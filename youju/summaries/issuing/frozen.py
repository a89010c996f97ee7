"""From a built summary to the rows of an edition, and back: what was frozen is read again without asking the ledger."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.utils.translation import override

from youju.indicators.display import printed
from youju.indicators.figure import Figure, Source, Value
from youju.indicators.indicator import Text
from youju.indicators.rows import Amount, Amounts, Rows
from youju.lib.canonical import instant
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.summaries.binding.build import build
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing import spans
from youju.summaries.issuing.definitions import definition_digest, definition_of, indicator_from
from youju.summaries.issuing.editions import Edition, EditionFigure
from youju.summaries.issuing.entry_ranges import places, ranges_text, read_ranges

_EDITION, _FIGURE = b"youju-edition-v1\0", b"youju-edition-figure-v1\0"
_EDITION_PARTS = (
    "number", "title", "unit_code", "unit_name", "period", "as_report", "addressee", "size", "root", "definitions",
    "template", "marked", "spans",
)  # fmt: skip
_FIGURE_PARTS = (
    "place", "code", "definition", "definition_digest", "version", "unit", "period", "value", "numerator",
    "denominator", "printed", "entries", "entries_digest", "seqs",
)  # fmt: skip


def edition_of(
    document: Document, summary: Summary, *, number: int, by: Member, at: datetime
) -> tuple[Edition, list[EditionFigure]]:
    """The rows of an edition, not saved yet."""
    found = figures_of(summary)
    rows = [_row(place, figure) for place, figure in enumerate(found)]
    edition = Edition(
        document=document, number=number, title=document.title, unit_code=summary.unit, unit_name=summary.unit_name,
        period=summary.period.code, as_report=document.as_report, addressee=document.addressee, size=summary.size,
        root=summary.root.hex(), definitions=_joint(row.definition_digest for row in rows), template=document.text,
        marked=summary.marked, spans=spans.stored(summary.spans, found.index), frozen_by=by, frozen_at=at,
    )  # fmt: skip
    edition.digest = edition_digest(vars(edition), document.ref, by.token, [row.digest for row in rows])
    return edition, rows


def figures_of(summary: Summary) -> list[Figure]:
    """Its figures by their places, each once; also those that a change is told against."""
    return list(dict.fromkeys(figure for span in summary.spans for figure in spans.figures_in(span)))


def edition_digest(values: Mapping[str, Any], ref: str, token: str, figures: Iterable[str]) -> str:
    """SHA-256 over an edition: its columns, the document's reference, who froze it, the digests of its figures."""
    content = {name: values[name] for name in _EDITION_PARTS}
    content |= {"document": ref, "frozen_by": token, "frozen_at": instant(values["frozen_at"])}
    return _hash(_EDITION, content | {"figures": list(figures)})


def figure_digest(values: Mapping[str, Any]) -> str:
    """SHA-256 over the columns of one figure."""
    return _hash(_FIGURE, {name: values[name] for name in _FIGURE_PARTS})


def summary_of(edition: Edition) -> Summary:
    """The edition as the summary it was built as; nothing is asked of the ledger."""
    figures = [figure_of(row, edition.size) for row in edition.figures.all()]
    return Summary(
        edition.unit_code, edition.unit_name, edition.about, edition.size, bytes.fromhex(edition.root),
        edition.marked, spans.read(edition.spans, figures),
    )  # fmt: skip


def edition_that_stands(document: Document) -> Edition | None:
    """The edition that a document is; None while it is a draft, also one that was taken back or given up."""
    return document.editions.order_by("-number").first() if document.is_frozen else None


def summary_that_stands(document: Document) -> Summary:
    """What a document says: its edition, or the draft as the ledger stands now, blanks and all."""
    if edition := edition_that_stands(document):
        return summary_of(edition)
    return build(unit=document.unit, period=document.about, template=document.text, draft=True)


def figure_of(row: EditionFigure, size: int) -> Figure:
    """The figure as it was: its value, its definition of that day and its entries."""
    indicator = indicator_from(row.definition)

    def standing() -> Amounts:
        amounts = [Amount(0, indicator.measures[0], "", "", "", "", 0, 1, seq) for seq in places(read_ranges(row.seqs))]
        return {indicator.measures[0]: amounts}

    source = Source(indicator, Rows, frozenset(), None, 0, standing)
    period = Period.parse(row.period)
    return Figure(indicator, row.unit, period, size, source, _value(row.value), row.numerator, row.denominator)


def _row(place: int, figure: Figure) -> EditionFigure:
    definition = definition_of(figure.indicator)
    with override("zh-hans"):
        text = printed(figure)
    row = EditionFigure(
        place=place, code=figure.indicator.code, definition=definition, version=figure.indicator.version,
        definition_digest=definition_digest(definition), unit=figure.unit, period=figure.period.code,
        value=_plain(figure.value), numerator=figure.numerator, denominator=figure.denominator, printed=text,
        entries=len(figure.entries), entries_digest=figure.digest, seqs=ranges_text(figure.entries),
    )  # fmt: skip
    row.digest = figure_digest(vars(row))
    return row


def _plain(value: Value | None) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Decimal) else value


def _value(kept: Any) -> Value | None:
    if isinstance(kept, list):
        return tuple(_value(part) for part in kept)  # type: ignore[misc]  # parts are numbers
    return Decimal(kept) if isinstance(kept, str) else kept


def _joint(digests: Iterable[str]) -> str:
    return sha256("".join(f"{digest}\n" for digest in digests).encode()).hexdigest()


def _hash(label: bytes, content: dict[str, Any]) -> str:
    return sha256(label + json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def frozen_beside(row: EditionFigure) -> str:
    """What must stand next to a figure of an edition, as it was frozen with it; empty where nothing must."""
    codes, method = row.definition.get("beside", []), Text(*row.definition["card"].get("method", ("", "")))
    there = row.edition.figures.filter(code__in=codes, unit=row.unit, period=row.period)
    others = {other.code: f"{Text(*other.definition['name'])} {other.printed}" for other in there}
    said = [others[code] for code in codes if code in others]
    return " · ".join([*said, str(method)] if str(method) else said)
