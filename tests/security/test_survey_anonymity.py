"""What whoever has the database can learn of those who answered a survey: a dump is searched, ordered and compared.

Learnt by nobody: what a ticket, a unit's sheet or a moment answered; which answers came together; who wrote a text.
Learnt all the same, and said on the page and in docs/adr/0026: which tickets are still unused; by whoever has two dumps
from before and after one answer, what that answer was.
"""

import io
import json
import logging
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.records.cast import make_cast, visits
from tests.records.reviews.surveys import codes, moved, opened
from youju.desk.logged import WithoutCodes
from youju.ledger.models import RowDigest
from youju.lib import chance, clock
from youju.lib.codes import code_digest
from youju.orgs.tickets import Ticket
from youju.records.alerts import Alert
from youju.records.reviews.survey.ballots import dropped_in
from youju.records.reviews.survey.models import Survey
from youju.records.sealing import committed

pytestmark = pytest.mark.django_db(transaction=True)

_MINUTE = timedelta(minutes=1)
# Tables in which something else is noted while people answer: by a clerk who works on.
_OF_THE_CLERK = {"orgs_auditrow", "records_ledgered", "statistic_statistic"}
Dump = dict[str, list[dict[str, Any]]]


@pytest.fixture
def cast() -> Iterator[SimpleNamespace]:
    cache.clear()
    yield make_cast()
    cache.clear()


def dump() -> Dump:
    """Every row of every table in the order in which the disk has them; on PostgreSQL with the row's transaction."""
    place = "rowid AS place, *" if connection.vendor == "sqlite" else "ctid::text AS ctid, xmin::text AS xmin, *"
    found: Dump = {}
    with connection.cursor() as cursor:
        keyed = _without_rowid(cursor)
        for table in sorted(connection.introspection.table_names(cursor)):
            columns = "*" if table in keyed else place
            cursor.execute(f'SELECT {columns} FROM "{table}"')  # names from the database itself
            names = [column[0] for column in cursor.description or ()]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def _without_rowid(cursor: Any) -> set[str]:
    """The tables of SQLite that lie in the order of their keys, as those of its search do; none elsewhere."""
    if connection.vendor != "sqlite":
        return set()
    cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'")
    return {name for (name,) in cursor.fetchall()}


def text_of(dumped: Dump) -> str:
    return json.dumps(dumped, default=str, ensure_ascii=False)


def answered(cast: SimpleNamespace) -> SimpleNamespace:
    """Twelve people of two schools answer, a minute apart, each with a text, while bob writes records between them."""
    survey = opened(cast, unit=cast.county, actor=cast.alice)
    given = codes(survey, cast.alice, hill=8, lake=8)
    used = [*given[:6], *given[8:14]]
    Random(5).shuffle(used)
    before, moments = dump(), []
    for number, code in enumerate(used):
        with clock.at(clock.now().replace(microsecond=100_000 + number) + number * _MINUTE):
            moments.append(clock.now())
            said = {"q1": str(1 + number % 3), "q2": str(1 + number % 5), "q3": f"意见{number:02}号"}
            assert Client().post(reverse("ticket", args=[code]), said).status_code == 302
            visits(cast.bob, cast.hill)
    return SimpleNamespace(survey=survey, given=given, used=used, before=before, after=dump(), moments=moments)


def test_nothing_of_a_used_ticket_and_no_moment_of_an_answer_is_kept(cast: SimpleNamespace):
    told = answered(cast)
    text, mine = text_of(told.after), {table: rows for table, rows in told.after.items() if table not in _OF_THE_CLERK}
    for code in told.used:
        assert code not in text and code.replace("-", "") not in text and code_digest(code) not in text
    for moment in told.moments:
        assert f".{moment.microsecond:06}" not in text_of(mine)
    assert not Alert.objects.exists()


def test_no_table_has_a_row_for_an_answer(cast: SimpleNamespace):
    told = answered(cast)
    grown = {table for table, rows in told.after.items() if len(rows) > len(told.before[table])}
    assert grown == _OF_THE_CLERK
    audited = [row for row in told.after["orgs_auditrow"] if row not in told.before["orgs_auditrow"]]
    assert {row["actor"] for row in audited} == {cast.bob.token}
    assert not [row for row in audited if told.survey.ref in text_of({"": [row]})]


def test_the_rows_that_counts_stand_in_were_there_before_anybody_answered(cast: SimpleNamespace):
    told = answered(cast)
    for table in ("survey_tally", "survey_sheets", "survey_textbox"):
        ids = [{row["id"] for row in dumped[table]} for dumped in (told.before, told.after)]
        assert ids[0] == ids[1]
    sums = [sum(row["n"] for row in dumped["survey_tally"]) for dumped in (told.before, told.after)]
    assert sums == [0, 24]


def test_neither_id_nor_time_of_a_ticket_tells_where_its_code_was_printed(cast: SimpleNamespace):
    survey = opened(cast)
    given = codes(survey, cast.bob, hill=40)
    digests = list(Ticket.objects.order_by("pk").values_list("digest", flat=True))
    assert digests == sorted(digests) != [code_digest(code) for code in given]
    assert Ticket.objects.values("made_at", "expires", "scope").distinct().count() == 1


def test_a_text_says_neither_unit_nor_order(cast: SimpleNamespace):
    told = answered(cast)
    (box,) = told.after["survey_textbox"]
    texts = json.loads(box["texts"]) if isinstance(box["texts"], str) else box["texts"]
    assert sorted(texts) == [f"意见{number:02}号" for number in range(12)]
    assert set(box) <= {"place", "ctid", "xmin", "id", "survey_id", "question", "texts"}
    assert not any(text in text_of(told.after | {"survey_textbox": []}) for text in texts)


def test_a_text_may_stand_anywhere_whenever_it_came():
    """Six texts, three thousand times: each is at each place about five hundred times."""
    places: Counter[tuple[str, int]] = Counter()
    with chance.drawn_from(Random(1)):
        for _time in range(3000):
            heap: list[str] = []
            for text in "abcdef":
                heap = dropped_in(heap, text)
            places.update((text, place) for place, text in enumerate(heap))
    assert len(places) == 36 and all(400 < count < 600 for count in places.values())


def test_the_disk_does_not_tell_what_the_last_answer_was(cast: SimpleNamespace):
    """All rows of its unit and all boxes were written together, whatever it chose."""
    told = answered(cast)
    if connection.vendor == "sqlite":  # rows stay where they are, and have no transaction
        places = [[row["place"] for row in dumped["survey_tally"]] for dumped in (told.before, told.after)]
        assert places[0] == places[1]
        return
    writing = {(row["unit"], row["xmin"]) for row in told.after["survey_tally"]}
    assert len(writing) == len({row["unit"] for row in told.after["survey_tally"]})
    (last,) = {row["xmin"] for row in told.after["survey_textbox"]}
    assert last in {xmin for _unit, xmin in writing}


def test_the_digests_of_the_log_leave_out_what_would_tell_when(cast: SimpleNamespace):
    told = answered(cast)
    committed.digest_post(actor="system")
    moved(told.survey, "close", cast.alice)
    committed.digest_post(actor="system")
    tables = set(RowDigest.objects.values_list("table", flat=True))
    assert "orgs_auditrow" in tables and not tables & {"survey_tally", "survey_sheets", "survey_textbox", "orgs_ticket"}
    assert list(committed.flaws()) == []


def test_the_log_of_the_server_has_no_code(cast: SimpleNamespace):
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(WithoutCodes())
    logging.getLogger().addHandler(handler)
    try:
        survey = opened(cast)
        (code,) = codes(survey, cast.bob, hill=1)
        address = reverse("ticket", args=[code])
        for said in ({}, {"q1": "1", "q2": "1", "q3": "意见甲"}, {"q1": "1", "q2": "1"}):
            Client().post(address, said)
    finally:
        logging.getLogger().removeHandler(handler)
    assert code not in out.getvalue() and "意见甲" not in out.getvalue() and survey.ref not in out.getvalue()


def test_no_request_of_a_page_with_a_code_says_from_where_it_comes(cast: SimpleNamespace):
    """A proxy notes with each style sheet which page asked for it, and when."""
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    address = reverse("ticket", args=[code])
    answers = [Client().get(address), Client().post(address, {"q1": "1", "q2": "1", "q3": ""}), Client().get(address)]
    assert [answer["Referrer-Policy"] for answer in answers] == ["strict-origin"] * 3
    assert Client().get(reverse("site-asked-code", args=["0123456789ab"]))["Referrer-Policy"] == "strict-origin"


def test_what_can_be_learnt_all_the_same(cast: SimpleNamespace):
    """Unused tickets are seen; two dumps round one answer tell it, though not who gave it."""
    survey = opened(cast)
    first, second = codes(survey, cast.bob, hill=2)
    before = dump()
    Client().post(reverse("ticket", args=[first]), {"q1": "2", "q2": "4", "q3": ""})
    after = dump()
    left = {row["digest"] for row in after["orgs_ticket"]}
    assert left == {code_digest(second)}
    counts = [{(row["question"], row["option"]): row["n"] for row in each["survey_tally"]} for each in (before, after)]
    assert {key for key in counts[0] if counts[0][key] != counts[1][key]} == {(1, 2), (2, 4)}


def test_after_closing_no_unit_with_few_answers_is_left(cast: SimpleNamespace):
    survey = opened(cast, unit=cast.county, actor=cast.alice)
    given = codes(survey, cast.alice, hill=9, lake=3)
    for code in given[:9] + given[9:11]:
        Client().post(reverse("ticket", args=[code]), {"q1": "1", "q2": "1"})
    survey = moved(survey, "close", cast.alice)
    told = dump()
    rows = [*told["survey_tally"], *told["survey_sheets"]]
    assert {row["unit"] for row in rows} == {""}, "two of lake alone would be told by what hill lacks"
    assert Survey.objects.get().sheets.get().returned == 11
