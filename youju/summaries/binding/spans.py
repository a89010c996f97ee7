"""What a token of a template prints."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.claims.telling.typed_by_hand import MARK
from youju.indicators.figure import Figure
from youju.indicators.internal import RULE, is_internal
from youju.summaries.binding.asked import Asked
from youju.summaries.binding.change import base_of, changed
from youju.summaries.binding.cited import cited_ref
from youju.summaries.binding.forms import printed
from youju.summaries.binding.names import named
from youju.summaries.binding.parts import charted, listed, title_of
from youju.summaries.binding.summary import Chart, Hand, Span
from youju.summaries.binding.tokens import Token, tokens
from youju.summaries.binding.unprintable import Unprintable

# Where a draft has nothing to print yet.
BLANK = "＿＿＿"


def spans_of(token: Token, template: str, asked: Asked) -> Iterator[Span]:
    """What a token prints, prose among it. Raises Unprintable."""
    match token.sort:
        case "broken":
            raise Unprintable(_("these braces hold nothing, or have no partner on the line."))
        case "name":
            yield Span(named(token, asked))
        case "hand":
            yield _by_hand(token)
        case "cited":
            yield Span("", cited=cited_ref(token.text, asked.unit))
        case "list" | "chart":
            yield _by_parts(token, template, asked)
        case "change":
            yield _changed(token, asked)
        case "figure":
            span = _printed(_figure(token, asked), token.rest, asked)
            yield span
            yield from _beside(span, _line_of(token, template), asked)


def _figure(token: Token, asked: Asked) -> Figure:
    """The figure of an indicator that may stand in a summary. Raises Unprintable."""
    figure = asked.figure(token)
    if is_internal(figure.indicator):
        raise Unprintable(
            _("“%(name)s” is for use inside the bureau and does not stand in a summary. %(rule)s")
            % {"name": figure.indicator.name, "rule": RULE}
        )
    return figure


def _printed(figure: Figure, form: str, asked: Asked) -> Span:
    """The figure in its form; in a draft a blank with the reason where it cannot be printed. Raises Unprintable."""
    try:
        return Span(printed(figure, form), figure)
    except Unprintable as error:
        if not asked.draft:
            raise
        return Span(BLANK, figure, str(error))


def _changed(token: Token, asked: Asked) -> Span:
    """How the figure stands to the year before; in a draft a blank as above. Raises Unprintable."""
    now = _figure(token, asked)
    before = asked.figure(token, base_of(now.period, token.rest))
    try:
        return Span(changed(now, before, token.rest), now, before=before)
    except Unprintable as error:
        if not asked.draft:
            raise
        return Span(BLANK, now, str(error), before)


def _by_parts(token: Token, template: str, asked: Asked) -> Span:
    """A list of what is behind a figure, or a chart of it. Raises Unprintable."""
    figure = _figure(token, asked)
    if token.sort == "chart" and not _is_alone(token, template):
        raise Unprintable(_("a chart stands on a line of its own."))
    try:
        if token.sort == "list":
            return Span(listed(figure, token.rest), figure)
        title = title_of(figure, token.rest)
        return Span(title, figure, chart=Chart(title, charted(figure, token.rest)))
    except Unprintable as error:
        if not asked.draft or figure.value is not None:
            raise
        return Span(BLANK, figure, str(error))


def _beside(span: Span, line: str, asked: Asked) -> list[Span]:
    """What must stand next to a figure, in brackets: the figures and the way of asking that its line does not tell."""
    if span.figure is None or span.reason:
        return []
    indicator = span.figure.indicator
    told = {other.text for other in tokens(line)}
    known = asked.figures_of(span.figure.unit, span.figure.period)
    others = [known[code] for code in indicator.beside if code in known and code not in told]
    with override("zh-hans"):
        pieces = [[Span(str(figure.indicator.name)), _told_beside(figure)] for figure in others]
        pieces += (
            [[Span(str(indicator.card.method))]]
            if indicator.card.method.zh and indicator.card.method.zh not in line
            else []
        )
    between = [piece for number, some in enumerate(pieces) for piece in (*([Span("，")] if number else []), *some)]
    return [Span("（"), *between, Span("）")] if between else []


def _told_beside(figure: Figure) -> Span:
    return Span("未报") if figure.value is None else Span(printed(figure, ""), figure)


def _is_alone(token: Token, template: str) -> bool:
    return _line_of(token, template).strip() == template[token.start : token.end]


def _line_of(token: Token, template: str) -> str:
    start, end = template.rfind("\n", 0, token.start) + 1, template.find("\n", token.end)
    return template[start : end if end >= 0 else None]


def _by_hand(token: Token) -> Span:
    """Raises Unprintable while one of reason, source and who asked is missing."""
    told = (token.rest, *token.more)
    if not token.text or len(told) != len(Hand._fields) or not all(told):
        raise Unprintable(
            _(
                "a figure typed by hand needs its text, why no record carries it, where it was read, and who asked for "
                "it: {{%(mark)s 12次 | reason | source | who asked}}."
            )
            % {"mark": MARK}
        )
    return Span(token.text, hand=Hand(*told))
