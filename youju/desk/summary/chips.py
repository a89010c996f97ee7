"""Figures of a draft as chips: the printed value, which opens what is behind it."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _

from youju.claims.ranking.notes import Pending
from youju.desk.figures.lines import Line, line_of, year_before
from youju.desk.summary.links import figure_link
from youju.indicators.figure import Figure
from youju.indicators.figures import answers, figures
from youju.lib.periods import Period, yyyymm
from youju.orgs.tree import below, find_unit
from youju.orgs.units import Unit
from youju.records.opening.posted import opening_posts
from youju.summaries.binding.chart import chart_html
from youju.summaries.binding.summary import Hand, Span


class Card(NamedTuple):
    """What a chip opens. line: of a bound figure; hand: of one typed by hand. reason: why it is blank."""

    number: int
    text: str
    line: Line | None = None
    url: str = ""
    waiting: int = 0
    entries: int = 0
    about: str = ""
    reason: str = ""
    hand: Hand | None = None


class Chips:
    """The chips of one page; the same figure, wherever it stands, opens the same card."""

    def __init__(self, unit: Unit, period: Period) -> None:
        self._unit, self._period = unit, period
        self._cards: dict[object, Card] = {}
        self._posts = opening_posts()
        self._pending: dict[tuple[str, Period], Pending] = {}

    @property
    def cards(self) -> list[Card]:
        return list(self._cards.values())

    def show(self, span: Span) -> str:
        """A span as markup."""
        if span.chart and span.figure:
            return chart_html(span.chart, figure_link(span.figure))
        if span.cited:
            return format_html(
                '<a class="cited" href="{}" aria-label="{}">{}</a>',
                reverse("record", args=[span.cited]), _("the record cited"), _("rec."),
            )  # fmt: skip
        if span.wrong:
            return format_html(
                '<mark class="unbound" title="{}">{}<span class="unbound-word">{}</span></mark>',
                span.reason, span.text, "" if span.todo else _("unbound"),
            )  # fmt: skip
        if span.hand:
            return self._button(span.text, self._of_hand(span), "chip chip-hand", _("by hand"))
        if span.figure:
            blank = " chip-blank" if span.reason else ""
            return self._button(span.text, self._of_figure(span, span.figure), f"chip{blank}")
        return escape(span.text)

    def _button(self, text: str, card: Card, classes: str, word: str = "") -> str:
        mark = format_html('<span class="chip-word">{}</span>', word) if word else ""
        return format_html(
            '<button type="button" class="{}" popovertarget="chip-{}">{}{}</button>', classes, card.number, text, mark
        )

    def _of_hand(self, span: Span) -> Card:
        return self._kept((span.text, span.hand), Card(len(self._cards) + 1, span.text, hand=span.hand))

    def _of_figure(self, span: Span, figure: Figure) -> Card:
        key = figure.indicator.code, figure.unit, figure.period
        return self._cards.get(key) or self._kept(key, self._card(span, figure))

    def _card(self, span: Span, figure: Figure) -> Card:
        unit, indicator = self._unit_of(figure), figure.indicator
        before = answers(unit, year_before(figure.period), indicators=[indicator]).figure(indicator)
        # What stands beside a figure is asked for with all others of its unit and period, which are kept.
        known = figures(unit, figure.period) if indicator.beside else {}
        notes = self._waiting(figure).notes(indicator)
        return Card(
            len(self._cards) + 1,
            span.text,
            line=line_of(figure, before, self._posts, known),
            url=figure_link(figure),
            waiting=notes[0].records if notes else 0,
            entries=len(figure.entries),
            about=""
            if figure.unit == self._unit.code and figure.period == self._period
            else f"{unit} {figure.period.code}",
            reason=span.reason,
        )

    def _kept(self, key: object, card: Card) -> Card:
        return self._cards.setdefault(key, card)

    def _unit_of(self, figure: Figure) -> Unit:
        return self._unit if figure.unit == self._unit.code else find_unit(figure.unit)

    def _waiting(self, figure: Figure) -> Pending:
        key = figure.unit, figure.period
        if key not in self._pending:
            units = below(self._unit_of(figure), yyyymm(figure.period.last))
            self._pending[key] = Pending(units, figure.period)
        return self._pending[key]
