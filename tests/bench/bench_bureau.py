"""How long a bureau takes to move in with one workbook, step by step, beside a bare insert of as many rows.

Run: .venv/bin/python -m tests.bench.bench_bureau [STAFF]. Builds a SQLite database in a temporary folder. The aim is
112 units and 10,000 staff read, planned, tried and written in under 20 seconds.
"""

import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from time import perf_counter, process_time
from typing import Any

UNITS, MOVES = 112, 200


def main() -> None:
    staff = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        import django  # the environment comes first

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        print(f"{UNITS} units, {staff} staff, SQLite; seconds by the clock (of the processor)")
        move_in(staff)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{'memory at most':<44}{peak:8.0f} MB")


def move_in(staff: int) -> None:
    from tests.bureau.book import as_xlsx, found_county, sample
    from youju.bureau.workbook.importing import bureau_import, bureau_preview
    from youju.bureau.workbook.reading import read_bureau
    from youju.bureau.workbook.writing import write_bureau
    from youju.orgs.actors import CONSOLE

    found_county()
    book = sample(units=UNITS, staff=staff)
    content = as_xlsx(book)
    told("the file is read", lambda: read_bureau(content))
    seen = told("preview: read, planned, tried, taken back", lambda: bureau_preview(content=content, actor=CONSOLE))
    told("import: the same, and kept", lambda: bureau_import(content=content, name="", actor=CONSOLE))
    again = told("the same file again", lambda: bureau_preview(content=content, actor=CONSOLE))
    out = BytesIO()
    told("the bureau as a filled workbook", lambda: write_bureau(out, filled=True))
    filled = told("… read in again", lambda: bureau_preview(content=out.getvalue(), actor=CONSOLE))
    for row in book["人员"][-MOVES:]:
        row[4] = "2026-8-31"
    left = told(f"{MOVES} leave", lambda: bureau_preview(content=as_xlsx(book), actor=CONSOLE))
    told("bare: as many rows inserted one table", lambda: bare(staff))
    print(f"changes: {seen.changes}, again {again.changes}, filled {filled.changes}, leaving {left.changes}")


def bare(count: int) -> None:
    """What no import can be faster than: the rows alone, without reading, rules or notes."""
    from youju.orgs.people import Person

    Person.objects.bulk_create([Person(name="某") for _row in range(count)], batch_size=1000)


def told(what: str, work: Callable[[], Any]) -> Any:
    with timed(what):
        return work()


@contextmanager
def timed(what: str) -> Iterator[None]:
    clock, processor = perf_counter(), process_time()
    yield
    print(f"{what:<44}{perf_counter() - clock:8.2f} ({process_time() - processor:.2f})", flush=True)


if __name__ == "__main__":
    main()
