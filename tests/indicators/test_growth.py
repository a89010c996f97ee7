"""When the log has grown, answers are carried on: equal in every part to those of a process that starts anew."""

import os
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.indicators.log import YEAR, asked, declared, fact, post, void
from tests.indicators.test_recomputed import PERIODS, POSTING, administrator, changes, every_indicator, written
from youju.indicators import figures as engine
from youju.indicators.breakdown import Part, by_month, by_unit
from youju.indicators.figure import Figure
from youju.ledger import log
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit

EXAMPLES = 1000 if os.environ.get("YOUJU_SOAK") else 30
HISTORY = st.lists(st.one_of(POSTING, POSTING, POSTING, changes()), min_size=2, max_size=20)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(HISTORY, PERIODS, st.sampled_from(["bureau", "town-1", "school-1"]), st.lists(st.floats(0, 1), max_size=3))
def test_answers_carried_on_equal_those_asked_anew(
    bureau: Unit, history: list[Any], code: str, top: str, stops: list[float]
):
    with transaction.atomic():
        list(written(history, administrator(bureau)))
        unit, period = find_unit(top), Period.parse(code)
        engine.forget()
        for size in (*sorted(round(stop * log.size()) for stop in stops), log.size()):
            carried = told(unit, period, size)
        engine.forget()
        assert carried == told(unit, period, log.size())
        transaction.set_rollback(True)


def told(unit: Unit, period: Period, size: int) -> list[Any]:
    """Everything that the figures say: values, both sums, notes, entries, and the parts by unit and month."""
    found = engine.figures(unit, period, size=size, indicators=every_indicator()).values()
    return [(figure, figure.entries, parts(figure)) for figure in found]


def parts(figure: Figure) -> list[Any]:
    some: list[Part[Any]] = [*by_unit(figure), *by_month(figure)]
    return [(part.key, part.reading, part.entries) for part in some]


def test_only_the_facts_since_are_read(bureau: Unit):
    post("a", fact("study.sessions", 2), fact("study.present", subject="p1"))
    some = [declared("sum", "study.sessions")]
    assert engine.figures(bureau, YEAR, indicators=some)["test"].value == 2
    post("b", fact("study.sessions", 3))
    void("a")
    with CaptureQueriesContext(connection) as asked_queries:
        assert engine.figures(bureau, YEAR, indicators=some)["test"].value == 3
    assert not [query for query in asked_queries if "GROUP BY" in query["sql"]]


def test_a_restored_log_is_not_carried_on(bureau: Unit):
    sessions = declared("sum", "study.sessions")
    with transaction.atomic():
        post("a", fact("study.sessions", 1))
        assert asked(sessions, bureau).value == 1
        transaction.set_rollback(True)
    post("other", fact("study.sessions", 5))
    post("more", fact("study.sessions", 2))
    assert asked(sessions, bureau).value == 7
