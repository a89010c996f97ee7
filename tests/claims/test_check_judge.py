"""The decision table: text ranks, a value only explains."""

from fractions import Fraction

from youju.claims.candidates.candidate import Candidate, Facets
from youju.claims.judging.compare import Known
from youju.claims.judging.judge import Bounds, Option, explained_first, judge
from youju.indicators.figure import Figure, Source
from youju.indicators.indicator import Card, Indicator, Text
from youju.indicators.rows import Rows
from youju.lib.periods import Period

BOUNDS = Bounds(threshold=0.5, margin=0.05, plausible=0.4)
NO_TEXT = Text("", "")


def option(
    code: str, score: float, value: int | None, *, agrees: bool, excluded: bool = False, otherwise: bool = False
) -> Option:
    card = Card(NO_TEXT, NO_TEXT, NO_TEXT, NO_TEXT, NO_TEXT)
    indicator = Indicator(code, Text(code, code), "sum", card, "subtree", measure=code)
    one = Candidate(indicator, True, "number", "条", Facets((code,), ()))
    known = Known(() if value is None else (Fraction(value),))
    source = Source(indicator, Rows, frozenset(), None, 0, dict)
    figure = Figure(indicator, "county", Period.year(2025), 1, source, value)
    return Option(one, figure, known, score, excluded, agrees, otherwise=otherwise)


def test_the_best_by_words_with_the_same_value_is_supported():
    best = option("answered", 0.9, 156, agrees=True)

    assert judge([best], BOUNDS)[:3] == ("supported", best, None)


def test_another_value_is_contradicted():
    best = option("answered", 0.9, 156, agrees=False)

    assert judge([best, option("posts", 0.2, 158, agrees=True)], BOUNDS)[:3] == ("contradicted", best, None)


def test_a_value_never_lifts_the_second_best():
    best, second = option("answered", 0.9, 156, agrees=False), option("received", 0.8, 158, agrees=True)

    assert judge([best, second], BOUNDS)[:3] == ("ambiguous", best, second)


def test_two_that_are_meant_alike_and_differ_are_ambiguous():
    best, second = option("answered", 0.9, 156, agrees=True), option("received", 0.88, 158, agrees=False)

    assert judge([best, second], BOUNDS)[:3] == ("ambiguous", best, second)


def test_two_that_are_meant_alike_and_do_not_differ_are_one():
    best, second = option("answered", 0.9, 156, agrees=True), option("received", 0.88, 156, agrees=True)

    assert judge([best, second], BOUNDS).verdict == "supported"


def test_the_same_counted_otherwise_is_ambiguous_whatever_its_value():
    persons = option("trained", 0.7, 96, agrees=False, excluded=True, otherwise=True)
    nobody = option("trained", 0.7, None, agrees=False, excluded=True, otherwise=True)

    assert judge([persons], BOUNDS)[:3] == ("ambiguous", None, persons)
    assert judge([nobody], BOUNDS)[:3] == ("unsupported", None, None)


def test_nothing_above_the_threshold_is_unsupported():
    assert judge([option("answered", 0.45, 156, agrees=True)], BOUNDS)[:3] == ("unsupported", None, None)


def test_what_the_words_exclude_cannot_support_but_explain():
    other_level = option("city", 0.9, 28, agrees=True, excluded=True)

    assert judge([other_level], BOUNDS)[:3] == ("ambiguous", None, other_level)


def test_what_nobody_reported_is_unsupported():
    best = option("answered", 0.9, None, agrees=False)

    assert judge([best], BOUNDS)[:3] == ("unsupported", best, None)


def test_of_two_that_are_meant_alike_the_one_that_leaves_no_word_over_is_first():
    best, second = option("received", 0.9, 158, agrees=False), option("answered", 0.88, 156, agrees=True)

    ordered = explained_first([best, second], lambda one: ("回了",) if one is best else (), BOUNDS)

    assert judge(ordered, BOUNDS)[:2] == ("supported", second)


def test_what_is_clearly_meant_stays_first_whatever_it_leaves_over():
    best, second = option("received", 0.9, 158, agrees=False), option("answered", 0.55, 156, agrees=True)

    assert explained_first([best, second], lambda one: ("回了",) if one is best else (), BOUNDS) == [best, second]


def test_less_is_enough_where_all_words_are_explained():
    best = option("answered", 0.45, 156, agrees=True)

    assert judge([best], BOUNDS.where_all_is_explained()).verdict == "supported"
