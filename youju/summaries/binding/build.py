"""From template and ledger to a summary. Whatever is wrong is found at once and told with its line."""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.claims.reading.extract import extract
from youju.claims.telling.typed_by_hand import MARK
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.indicators.internal import RULE, is_internal
from youju.ledger import log
from youju.lib.periods import Period
from youju.lib.text import visible
from youju.orgs.units import Unit
from youju.summaries.binding.errors import NothingReported, Problem, SummaryRefused, UnreadableTemplate
from youju.summaries.binding.forms import Unprintable, printed
from youju.summaries.binding.summary import CLOSE, OPEN, Span, Summary, place
from youju.summaries.binding.tokens import Token, masked, tokens

# Where a draft has nothing to print yet.
BLANK = "＿＿＿"


def build(*, unit: Unit, period: Period, template: str, draft: bool = False) -> Summary:
    """Fill a template with the figures of a unit and a period.

    draft: a figure that is unreported, or cannot be printed yet, is a blank with its reason instead of a refusal.
    Raises UnreadableTemplate, NothingReported, and SummaryRefused where a figure is unknown, unreported or
    unprintable, or where the prose states one that is neither bound nor marked as typed by hand.
    """
    template = visible(template.replace(OPEN, "").replace(CLOSE, "").replace("\r\n", "\n"))
    if not template.strip():
        raise UnreadableTemplate()
    size = log.size()
    asked = _Asked(unit, period, figures(unit, period, size=size), draft)
    if not draft and all(figure.value is None for figure in asked.figures.values()):
        raise NothingReported(unit=unit, period=period.code)
    marked, spans, problems = _filled(template, asked)
    problems = sorted([*problems, *_unbound(template)], key=lambda problem: problem.line)
    if problems:
        raise SummaryRefused(problems="\n".join(map(str, problems)))
    return Summary(unit.code, str(unit), period, size, log.root(size), marked, tuple(spans))


class _Asked(NamedTuple):
    """What a template is filled from."""

    unit: Unit
    period: Period
    figures: Mapping[str, Figure]
    draft: bool


def _filled(template: str, asked: _Asked) -> tuple[str, list[Span], list[Problem]]:
    """The template with a place for each span, the spans, and what is wrong with its tokens."""
    out: list[str] = []
    spans: list[Span] = []
    problems: list[Problem] = []
    reached = 0
    for token in tokens(template):
        out.append(template[reached : token.start])
        reached = token.end
        if token.sort == "name":
            out.append(_named(token.text, asked))
            continue
        try:
            spans.append(_span(token, asked))
            out.append(place(len(spans) - 1))
            for piece in _beside(spans[-1], _told_on_the_line(template, token), asked):
                spans += [piece] if piece.figure else []
                out.append(place(len(spans) - 1) if piece.figure else piece.text)
        except Unprintable as error:
            problems.append(Problem(_line(template, token.start), str(error)))
    out.append(template[reached:])
    return "".join(out), spans, problems


def _named(name: str, asked: _Asked) -> str:
    values = {"year": str(asked.period.last.year), "period": asked.period.code, "unit": asked.unit.name}
    return values[name]


def _span(token: Token, asked: _Asked) -> Span:
    """What a token prints. Raises Unprintable."""
    match token.sort:
        case "broken":
            raise Unprintable(_("these braces hold nothing, or have no partner on the line."))
        case "hand":
            return _by_hand(token)
        case _:
            figure = asked.figures.get(token.text)
            if figure is None:
                raise Unprintable(_("there is no indicator “%(code)s”.") % {"code": token.text})
            _refuse_internal(figure)
            return _printed(figure, token.rest, asked)


def _printed(figure: Figure, form: str, asked: _Asked) -> Span:
    """The figure in its form; in a draft a blank with the reason where it cannot be printed. Raises Unprintable."""
    try:
        return Span(printed(figure, form), figure)
    except Unprintable as error:
        if not asked.draft:
            raise
        return Span(BLANK, figure, str(error))


def _refuse_internal(figure: Figure) -> None:
    if is_internal(figure.indicator):
        raise Unprintable(
            _("“%(name)s” is for use inside the bureau and does not stand in a summary. %(rule)s")
            % {"name": figure.indicator.name, "rule": RULE}
        )


def _beside(span: Span, told: Container[str], asked: _Asked) -> list[Span]:
    """What must stand next to a figure, in brackets: the figures that its line does not tell, and how it was asked."""
    if span.figure is None or span.reason:
        return []
    indicator = span.figure.indicator
    others = [asked.figures[code] for code in indicator.beside if code in asked.figures and code not in told]
    with override("zh-hans"):
        pieces = [[Span(str(figure.indicator.name)), _told_beside(figure)] for figure in others]
        pieces += [[Span(str(indicator.card.method))]] if indicator.card.method.zh else []
    between = [piece for number, some in enumerate(pieces) for piece in (*([Span("，")] if number else []), *some)]
    return [Span("（"), *between, Span("）")] if between else []


def _told_beside(figure: Figure) -> Span:
    return Span("未报") if figure.value is None else Span(printed(figure, ""), figure)


def _told_on_the_line(template: str, token: Token) -> set[str]:
    """The indicators that the token's own line binds."""
    start, end = template.rfind("\n", 0, token.start) + 1, template.find("\n", token.end)
    return {other.text for other in tokens(template[start : end if end >= 0 else None])}


def _by_hand(token: Token) -> Span:
    if not token.text or not token.rest:
        raise Unprintable(
            _("a figure typed by hand needs its text and a reason: {{%(mark)s 12次 | why no record carries it}}.")
            % {"mark": MARK}
        )
    return Span(token.text, reason=token.rest)


def _unbound(template: str) -> Iterator[Problem]:
    """Every figure that the prose itself states."""
    for claim in extract(masked(template)):
        message = _("“%(text)s” is neither bound to an indicator nor marked as typed by hand.")
        yield Problem(_line(template, claim.start), message % {"text": claim.text})


def _line(template: str, offset: int) -> int:
    return template.count("\n", 0, offset) + 1
