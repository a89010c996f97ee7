"""How often the ledger is asked, as of which size, and what is remembered."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.indicators.log import YEAR, amend, asked, declared, fact, post, void
from tests.orgs.plant import plant
from youju.indicators import queries
from youju.indicators.errors import UnknownIndicator
from youju.indicators.figures import figure, figures
from youju.ledger.errors import BeyondLedger
from youju.lib.periods import Period
from youju.orgs.units import Unit

SESSIONS = declared("sum", "study.sessions")


def test_all_figures_take_at_most_three_grouped_queries(bureau: Unit):
    post("a", fact("study.sessions"))
    with CaptureQueriesContext(
        connection,
    ) as asked_queries:
        assert len(figures(bureau, YEAR)) > 60
    assert len([query for query in asked_queries if "GROUP BY" in query["sql"]]) <= 3


def test_an_answer_is_remembered(bureau: Unit):
    post("a", fact("study.sessions"))
    first = figures(bureau, YEAR)
    with CaptureQueriesContext(connection) as asked_queries:
        assert figures(bureau, YEAR) == first
    assert not [query for query in asked_queries if "GROUP BY" in query["sql"]]


def test_a_new_entry_is_seen_at_once(bureau: Unit):
    post("a", fact("study.sessions"))
    assert asked(SESSIONS, bureau).value == 1
    post("b", fact("study.sessions"))
    assert asked(SESSIONS, bureau).value == 2


def test_another_log_of_the_same_size_is_another_question(bureau: Unit):
    """A restored copy, or a test that was rolled back."""
    values = []
    for quantity in (1, 2):
        with transaction.atomic():
            post("a", fact("study.sessions", quantity))
            values.append(asked(SESSIONS, bureau).value)
            transaction.set_rollback(True)
    assert values == [1, 2]


def test_a_unit_that_opens_is_seen_at_once(bureau: Unit):
    post("a", fact("study.sessions", unit="school-5"))
    assert asked(SESSIONS, bureau).value is None
    plant(code="school-5", kind="school", name="school-5", parent=bureau)
    assert asked(SESSIONS, bureau).value == 1


@pytest.mark.parametrize("few", [0, 64])
def test_of_many_units_as_of_few_only_their_own_facts_count(bureau: Unit, monkeypatch: pytest.MonkeyPatch, few: int):
    monkeypatch.setattr(queries, "_FEW_UNITS", few)
    post("a", fact("study.sessions", 1), fact("study.sessions", 2, unit="a-foreign-school"))
    found = asked(SESSIONS, bureau)
    assert (found.value, found.entries) == (1, (0,))
    post("b", fact("study.sessions", 5, unit="a-foreign-school"))
    found = asked(SESSIONS, bureau)
    assert (found.value, found.entries) == (1, (0,))


def test_a_figure_as_of_an_earlier_size_does_not_change(bureau: Unit):
    post("a", fact("study.sessions", 1))
    post("b", fact("study.sessions", 2))
    void("a")
    amend("b")
    values = {size: asked(SESSIONS, bureau, size=size) for size in range(5)}
    assert {size: one.value for size, one in values.items()} == {0: None, 1: 1, 2: 3, 3: 2, 4: 2}
    assert [one.entries for one in values.values()] == [(), (0,), (0, 1), (1,), (1,)]


def test_a_correction_never_shows_both_or_neither(bureau: Unit):
    post("a", fact("study.sessions", 1))
    with transaction.atomic():
        void("a")
        post("a", fact("study.sessions", 4))
    figure = asked(SESSIONS, bureau)
    assert (figure.value, figure.entries) == (4, (2,))


def test_the_digest_depends_on_the_entries_alone(bureau: Unit):
    post("a", fact("study.sessions"))
    own, all_below = asked(declared("sum", "study.sessions"), bureau), asked(SESSIONS, bureau, Period.month(2025, 3))
    assert own.digest == all_below.digest
    assert own.digest == "9a271f2a916b0b6ee6cecb2426f0b3206ef074578be55d9bc94f6f3fe3ab86aa"
    post("b", fact("study.sessions"))
    assert asked(SESSIONS, bureau).digest != own.digest


def test_a_size_the_log_never_had_is_refused(bureau: Unit):
    with pytest.raises(BeyondLedger):
        figures(bureau, YEAR, size=1)


def test_an_unknown_indicator_is_refused(bureau: Unit):
    with pytest.raises(UnknownIndicator, match="no-such"):
        figure(bureau, YEAR, "no-such")
