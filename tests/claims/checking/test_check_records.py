"""What a check asks of the ledger, and of the records behind its verdicts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.claims.checking.asking import checked

pytestmark = pytest.mark.usefixtures("demo", "db")

TEXT = "全年回复网络咨询156条，现有望川市文明单位28个，溪云县文明单位76个，市学科带头人61人。"


def asked(text: str) -> int:
    """How many queries a check takes where nothing of its records is known yet."""
    from youju.claims.telling import records_behind

    records_behind._behind.cache_clear()
    with CaptureQueriesContext(connection) as queries:
        checked(text)
    return len(queries)


def test_each_verdict_has_the_records_of_its_own_entries():
    for one in checked(TEXT):
        assert one.records
        assert len(one.records) <= len(one.entries)


def test_the_records_of_all_claims_are_asked_for_at_once():
    checked(TEXT)  # figures are kept from now on, so that only the records differ

    assert asked(TEXT) == asked("全年回复网络咨询156条。")


def test_what_is_known_of_the_records_is_not_asked_for_again():
    first = asked(TEXT)

    with CaptureQueriesContext(connection) as queries:
        checked(TEXT)

    assert len(queries) < first


def test_of_a_month_that_a_clause_names_no_year_before_is_asked():
    whole = "全年回复网络咨询156条。"

    assert asked_of_years_before(f"{whole}11月份回复网络咨询16条。") == asked_of_years_before(whole)


def asked_of_years_before(text: str) -> int:
    """How many queries look at what stands from earlier years, where no figure is known yet."""
    from youju.indicators import figures

    figures.forget()
    with CaptureQueriesContext(connection) as queries:
        checked(text)
    return sum("RECURSIVE" in query["sql"] for query in queries)
