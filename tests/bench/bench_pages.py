"""How long the desk's long pages take at few and at many records of a kind, beside a bare query of the rows shown.

Run: .venv/bin/python -m tests.bench.bench_pages [RECORDS]. Builds a SQLite database in a temporary folder. Prints
milliseconds of server time and the number of queries of each page, as an officer of the bureau and as a liaison.
"""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from time import process_time
from typing import Any

from youju.cli.main import COLLECT_AFTER

FEW = 100
SCHOOLS = 100
ROUNDS = 7
FIRST, DAYS = date(2021, 1, 1), 5 * 365
PAGES = (
    ("alice", "/", "workbench of an officer"),
    ("alice", "/records/statistics/", "list"),
    ("alice", "/records/statistics/?page=40", "list, page 40"),
    ("alice", "/records/statistics/?state=verified&month=2025-03", "list, one month"),
    ("alice", "/records/statistics/?text=7", "list, words of the title"),
    ("alice", "/review/", "queue"),
    ("bob", "/", "workbench of a liaison"),
    ("bob", "/records/statistics/", "list of one school"),
)


def main() -> None:
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        os.environ["YOUJU_HOSTS"] = "testserver"
        import django  # the environment comes first

        django.setup()
        gc.set_threshold(COLLECT_AFTER)  # as in every process of the product
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        cast = office()
        build(cast, FEW)
        few = {page: measured(cast, page) for page in PAGES}
        build(cast, records - FEW)
        report(few, {page: measured(cast, page) for page in PAGES}, records)


def office() -> Any:
    """The cast, and a county of many schools."""
    from tests.orgs.plant import plant
    from tests.records.cast import make_cast

    cast = make_cast()
    cast.schools = [cast.hill, cast.lake]
    cast.schools += [plant(f"school-{number}", "school", parent=cast.county) for number in range(SCHOOLS)]
    return cast


def build(cast: Any, records: int) -> None:
    """Statistics in all states, written as rows: what is measured is reading them."""
    from django.db import connection, transaction

    from youju.records.heads.ledgered import Ledgered

    start = Ledgered.objects.count()
    heads = [_head(cast, number) for number in range(start, start + records)]
    with transaction.atomic():
        Ledgered.objects.bulk_create(heads, batch_size=5_000)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO statistic_statistic (ledgered_ptr_id, category, level, quantity, publisher, document)"
                " SELECT id, '', '', 3, '', '' FROM records_ledgered"
                " WHERE id NOT IN (SELECT ledgered_ptr_id FROM statistic_statistic)"
            )


def _head(cast: Any, number: int) -> Any:
    from youju.lib import clock
    from youju.records.heads.ledgered import Ledgered

    state = "submitted" if number % 500 == 0 else "returned" if number % 700 == 0 else "verified"
    return Ledgered(
        ref=f"statistic-{number:010d}",
        kind="statistic",
        section="statistics",
        sort="exam.candidates",
        unit=cast.schools[number % len(cast.schools)],
        title=f"走访农户第{number}次",
        happened=FIRST + timedelta(days=number % DAYS),
        state=state,
        author=cast.bob,
        submitted_at=clock.now(),
    )


def measured(cast: Any, page: tuple[str, str, str]) -> tuple[float, int, float]:
    """Milliseconds of a page, its queries, and milliseconds of the bare query."""
    from django.db import connection
    from django.test import Client

    who, address, _name = page
    client = Client()
    client.force_login(getattr(cast, who))
    assert client.get(address).status_code == 200  # templates and catalogues are loaded once
    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        client.get(address)
    seconds = median(_timed(lambda: client.get(address)) for _round in range(ROUNDS))
    bare = median(_timed(_bare) for _round in range(ROUNDS))
    return seconds * 1000, len(asked), bare * 1000


def _bare() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM records_ledgered WHERE section = 'statistics' ORDER BY happened DESC LIMIT 50")
        cursor.fetchall()


def _timed(act: Callable[[], Any]) -> float:
    start = process_time()
    act()
    return process_time() - start


Measured = dict[tuple[str, str, str], tuple[float, int, float]]


def report(few: Measured, many: Measured, records: int) -> None:
    print(f"{'':28}{FEW:>10,} records{'':6}{records:>10,} records{'':12}bare")
    print(f"{'':28}{'ms':>9}{'queries':>9}{'':6}{'ms':>9}{'queries':>9}{'':12}  ms")
    for page in PAGES:
        (ms, queries, _bare_few), (more, asked, bare) = few[page], many[page]
        print(f"{page[2]:28}{ms:9.1f}{queries:9}{'':6}{more:9.1f}{asked:9}{'':12}{bare:4.1f}")


if __name__ == "__main__":
    main()
