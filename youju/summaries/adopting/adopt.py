"""A text of last year as a template for this year's: its figures are checked, and those that hold are bound."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from django.utils.translation import gettext as _

from youju.claims.check import check
from youju.claims.judging.verdict import Verdict
from youju.claims.ranking.ledger import Ledger
from youju.claims.reading import flowing
from youju.claims.targets import find_target, targets
from youju.claims.telling.checked import Checked
from youju.indicators.catalogue import indicators
from youju.indicators.figure import Figure
from youju.indicators.internal import is_internal
from youju.ledger.tree import within_log
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.adopting.adoption import Adoption, Bound, Chosen, Pointed, Unbound
from youju.summaries.adopting.binding import Piece, Source, Unfit, piece_of, places_piece
from youju.summaries.adopting.errors import NoFigures, NoText
from youju.summaries.adopting.sign_off import sign_off_of
from youju.summaries.adopting.table_rows import TableRow, table_rows
from youju.summaries.adopting.years import dates, year_words
from youju.summaries.binding.own_ending import without_ending
from youju.summaries.binding.structure import Line, as_written, heading_mark, lines

_PRIVATE = {0xE000: None, 0xE001: None}  # what marks spans in a built summary


def adopt(
    text: str, *, unit: Unit, of: Period, aliases: Mapping[str, Unit] | None = None, chosen: Chosen | None = None
) -> Adoption:
    """Make a template of a text of ``unit`` about ``of``. chosen: what a person said that figures count, by number.

    Raises NoText, NoFigures, TooMuch, UnknownTarget, WrongSort.
    """
    plain = _plain(text)
    ending = sign_off_of(plain)
    source = Source(flowing(plain.removesuffix(ending)).text, unit, of)
    if not source.text.strip():
        raise NoText()
    found = check(source.text, unit=unit, period=of, aliases=aliases or {})
    if not found:
        raise NoFigures()
    pieces, unfit = _pieces(source, found, chosen or {})
    template = _Template(source, pieces)
    return Adoption(
        unit=unit,
        of=of,
        text=template.text,
        bound=tuple(_bound(template, found, pieces, chosen or {})),
        unbound=tuple(_unbound(template, found, unfit)),
        dates=tuple(_dates(template)),
        ending=" ".join(ending.split()),
    )


def _plain(text: str) -> str:
    return without_ending(text.translate(_PRIVATE).replace("\r\n", "\n").replace("\r", "\n"))


def _pieces(source: Source, found: Sequence[Checked], chosen: Chosen) -> tuple[list[Piece], dict[int, str]]:
    """What is bound, in the order of the text; and why each other figure is not, by its number."""
    pieces: list[Piece] = []
    unfit: dict[int, str] = {}
    numbered = [(number, one) for number, one in enumerate(found, 1) if number not in chosen]
    for _target, group in groupby(numbered, key=lambda pair: (pair[1].target, pair[1].claim.sentence)):
        some = list(group)
        listed = places_piece(source, some) if all(one.verdict == Verdict.SUPPORTED for _n, one in some) else None
        if listed is not None:
            pieces.append(listed)
            continue
        for number, one in some:
            try:
                pieces.append(_supported(source, number, one))
            except Unfit as why:
                unfit[number] = str(why)
    pieces += _chosen(source, found, chosen, unfit)
    return _apart(sorted(pieces), unfit), unfit


def _supported(source: Source, number: int, checked: Checked) -> Piece:
    if checked.verdict != Verdict.SUPPORTED or checked.figure is None:
        raise Unfit(checked.reason)
    return piece_of(source, number, checked, checked.figure)


def _chosen(source: Source, found: Sequence[Checked], chosen: Chosen, unfit: dict[int, str]) -> Iterator[Piece]:
    """The figures that a person chose. Raises UnknownTarget, WrongSort."""
    among = targets(source.unit, source.period) if chosen else []
    ledger = Ledger(source.unit, source.period, within_log(None))
    for number, target in chosen.items():
        if not 1 <= number <= len(found):
            continue
        checked = found[number - 1]
        candidate = find_target(target, checked.claim, among)
        try:
            yield piece_of(
                source, number, checked, _meant(checked, ledger.figure(candidate, "", source.period)), chosen=True
            )
        except Unfit as why:
            unfit[number] = str(why)


def _meant(checked: Checked, figure: Figure) -> Figure:
    """The figure chosen; where the check held the claim against the same for a month or a school, that one."""
    own = checked.figure
    return own if own is not None and own.indicator.code == figure.indicator.code else figure


def _apart(pieces: Iterable[Piece], unfit: dict[int, str]) -> list[Piece]:
    """Without those that overlap an earlier one."""
    kept: list[Piece] = []
    for piece in pieces:
        if kept and piece.start < kept[-1].end:
            unfit |= dict.fromkeys(piece.numbers, _("It stands within another figure."))
        else:
            kept.append(piece)
    return kept


class _Template:
    """The source as Markdown, with tokens in the place of pieces and years; its tables stay tables."""

    def __init__(self, source: Source, pieces: Sequence[Piece]) -> None:
        self.source = source
        taken = [(piece.start, piece.end, piece.token) for piece in pieces]
        starts = [start for start, _end, _token in taken]
        for word in year_words(source.text, source.period.last.year):
            before = bisect_right(starts, word.start) - 1
            if before < 0 or taken[before][1] <= word.start:
                taken.append((word.start, word.end, word.token))
        self._taken = sorted(taken)
        rows = table_rows(source.text)
        self._lines = [line for line in lines(source.text) if line.start not in rows or rows[line.start].cells]
        self._at: list[int] = []  # the template's line of each
        written: list[str] = []
        for line in self._lines:
            row = rows.get(line.start)
            if written and not (row and not row.begins):
                written.append("")
            self._at.append(len(written) + 1)
            written += self._row(row) if row else [self._written(line)]
        self.text = "\n".join(written) + "\n"

    def line(self, offset: int) -> int:
        """The template's line that shows a place of the source."""
        place = bisect_right([line.start for line in self._lines], offset) - 1
        return self._at[max(place, 0)] if self._at else 1

    def _row(self, row: TableRow) -> list[str]:
        """A row of a table; behind its head, which is empty where the source has none, stands the rule."""
        cells = [self._part(start, end, in_cell=True) for start, end in row.cells]
        line = f"| {' | '.join([*cells, *[''] * (row.width - len(cells))])} |"
        rule = f"|{' --- |' * row.width}"
        if not row.begins:
            return [line]
        return [line, rule] if row.is_head else [f"|{'  |' * row.width}", rule, line]

    def _written(self, line: Line) -> str:
        return heading_mark(line) + self._part(line.start, line.end, begins=True)

    def _part(self, first: int, last: int, *, begins: bool = False, in_cell: bool = False) -> str:
        """A part of the source with its tokens. begins: it stands at the head of a line; in_cell: of a table."""

        def words(start: int, end: int) -> str:
            said = as_written(self.source.text[start:end], begins=begins and start == first)
            return said.replace("|", "｜") if in_cell else said

        out, reached = [], first
        for start, end, token in self._taken:
            if first <= start and end <= last:
                out += [words(reached, start), token]
                reached = end
        return "".join((*out, words(reached, last)))


def _bound(template: _Template, found: Sequence[Checked], pieces: Iterable[Piece], chosen: Chosen) -> Iterator[Bound]:
    for piece in pieces:
        for number in piece.numbers:
            one = found[number - 1]
            yield Bound(
                number, template.line(piece.start), _sentence(template.source, one), one.claim.text, piece.token,
                piece.figure, one.verdict, piece.printed, accepted=number in chosen,
            )  # fmt: skip


def _unbound(template: _Template, found: Sequence[Checked], unfit: Mapping[int, str]) -> Iterator[Unbound]:
    for number, why in sorted(unfit.items()):
        one = found[number - 1]
        sentence = _sentence(template.source, one)
        ahead = template.source.text[one.claim.sentence[0] : one.claim.start].lstrip()
        open_to_all = tuple(each for each in one.candidates if not _is_internal(each.indicator))
        yield Unbound(
            number, template.line(one.claim.start), sentence, one.claim.text, one, why, open_to_all, len(ahead)
        )


def _is_internal(code: str) -> bool:
    known = indicators().get(code)
    return known is not None and is_internal(known)


def _sentence(source: Source, checked: Checked) -> str:
    start, end = checked.claim.sentence
    return source.text[start:end].strip()


def _dates(template: _Template) -> Iterator[Pointed]:
    for start, end in dates(template.source.text):
        why = _("A day of last year: say what happened this year.")
        yield Pointed(template.line(start), template.source.text[start:end], why)
