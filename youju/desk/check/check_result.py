"""A checked text as the page shows it: the text in pieces, the side list, the filter, what the sums say."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from youju.claims.arithmetic import Finding, find_arithmetic
from youju.claims.judging.verdict import WORST_FIRST, Verdict
from youju.claims.memory.phrase import phrase_of
from youju.claims.reading.claim import Span
from youju.claims.telling.arithmetic_words import sentence_of
from youju.claims.telling.checked import Checked, Choice
from youju.claims.telling.replacement import replacement
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import heads_for

_RECORDS_SHOWN = 3
_WRONG = (Verdict.CONTRADICTED, Verdict.AMBIGUOUS)


class Piece(NamedTuple):
    """A piece of the text; ``number`` of the claim it is, 0 for prose; ``anchor`` where a finding points to prose."""

    text: str
    number: int = 0
    verdict: str = ""
    label: str = ""
    anchor: str = ""


class Answer(NamedTuple):
    """One claim as the side list shows it.

    phrase: what a person's word on it is kept under; following: the number of the claim after it in the list, or 0.
    opening: what the form of an opening figure is filled with, where the claim may become one.
    """

    number: int
    checked: Checked
    phrase: str
    instead: str
    records: list[Ledgered]
    more: int
    following: int = 0
    opening: str = ""

    @property
    def others(self) -> list[Choice]:
        """The candidates beside the one that was taken."""
        return [choice for choice in self.checked.candidates if choice.target != self.checked.target]


class Group(NamedTuple):
    """The claims of one verdict in the order of the text."""

    verdict: str
    label: str
    answers: list[Answer]


class Place(NamedTuple):
    """A stretch of the text that a finding speaks of, and where on the page it is."""

    text: str
    anchor: str


class Sum(NamedTuple):
    """A finding of the arithmetic inside the text."""

    sentence: str
    places: tuple[Place, Place]


class Result(NamedTuple):
    pieces: list[Piece]
    groups: list[Group]
    figures: int
    doubts: list[Sum]
    accords: list[Sum]


def result_of(
    text: str,
    found: Sequence[Checked],
    member: Member,
    opening: Callable[[Checked], str] = lambda _one: "",
    beyond: Sequence[Span] = (),
) -> Result:
    """All that the page shows of a checked text. opening: what the form of an opening figure is filled with.

    beyond: where the text speaks of more than its unit. In such a clause no figure of the unit is offered instead.
    """
    findings = find_arithmetic(text, [one.claim for one in found])
    marks = _marks(found)
    records = _records(found, member)
    spans = sorted({span for each in findings for span in (each.first, each.second)})
    answers = [_answer(text, n, one, records)._replace(opening=opening(one)) for n, one in enumerate(found, 1)]
    answers = [one._replace(instead="") if _is_beyond(one.checked, beyond) else one for one in answers]
    return Result(
        pieces=list(_pieces(text, found, marks, [span for span in spans if _mark_at(marks, span) is None])),
        groups=list(_groups(answers)),
        figures=len(found),
        doubts=[_sum(text, each, marks) for each in findings if not each.agrees],
        accords=[_sum(text, each, marks) for each in findings if each.agrees],
    )


def _marks(found: Sequence[Checked]) -> list[tuple[Span, int]]:
    """The claims that are marked in the text, by number; one inside another is told in the list alone."""
    marks: list[tuple[Span, int]] = []
    reached = 0
    for number, one in enumerate(found, 1):
        if one.claim.start >= reached:
            marks.append(((one.claim.start, one.claim.end), number))
            reached = one.claim.end
    return marks


def _pieces(
    text: str, found: Sequence[Checked], marks: list[tuple[Span, int]], anchored: list[Span]
) -> Iterator[Piece]:
    reached = 0
    for (start, end), number in marks:
        yield from _prose(text, (reached, start), anchored)
        verdict = found[number - 1].verdict
        yield Piece(text[start:end], number, verdict.value, str(verdict.label))
        reached = end
    yield from _prose(text, (reached, len(text)), anchored)


def _prose(text: str, span: Span, anchored: list[Span]) -> Iterator[Piece]:
    """What stands between two marks, cut where a finding's place begins and ends."""
    reached, last = span
    for start, end in anchored:
        if reached <= start < last:
            yield Piece(text[reached:start])
            yield Piece(text[start : min(end, last)], anchor=_anchor((start, end)))
            reached = min(end, last)
    yield Piece(text[reached:last])


def _mark_at(marks: list[tuple[Span, int]], span: Span) -> int | None:
    return next((number for (start, end), number in marks if start <= span[0] < end), None)


def _anchor(span: Span) -> str:
    return f"place-{span[0]}"


def _sum(text: str, finding: Finding, marks: list[tuple[Span, int]]) -> Sum:
    first, second = (
        Place(text[span[0] : span[1]], f"mark-{number}" if (number := _mark_at(marks, span)) else _anchor(span))
        for span in (finding.first, finding.second)
    )
    return Sum(sentence_of(finding), (first, second))


def _records(found: Sequence[Checked], member: Member) -> dict[str, Ledgered]:
    """The records that any claim names, asked for at once: a long text has hundreds of claims."""
    refs = dict.fromkeys(ref for one in found for ref in one.records[:_RECORDS_SHOWN])
    return {record.ref: record for record in heads_for(member, list(refs))}


def _answer(text: str, number: int, one: Checked, seen: dict[str, Ledgered]) -> Answer:
    records = [seen[ref] for ref in one.records[:_RECORDS_SHOWN] if ref in seen]
    instead = replacement(one) if one.verdict in _WRONG else ""
    return Answer(number, one, phrase_of(text, one.claim).id, instead, records, len(one.records) - len(records))


def _is_beyond(one: Checked, beyond: Sequence[Span]) -> bool:
    """Whether the clause of a claim speaks, before it, of more than the unit."""
    return any(one.claim.clause[0] <= begin < one.claim.start for begin, _end in beyond)


def _groups(answers: Sequence[Answer]) -> Iterator[Group]:
    listed = sorted(answers, key=lambda one: WORST_FIRST.index(one.checked.verdict))
    chained = [
        one._replace(following=following.number if following else 0)
        for one, following in zip_longest(listed, listed[1:])
        if one
    ]
    for verdict in WORST_FIRST:
        if those := [one for one in chained if one.checked.verdict == verdict]:
            yield Group(verdict.value, str(verdict.label), those)
