"""Workbooks: a round trip, ten thousand rows imported and verified, and an export of a hundred thousand.

Run: .venv/bin/python -m tests.bench.bench_sheets [ROWS [EXPORTED]]. Builds a SQLite database in a temporary folder.
Prints seconds of the processor, the queries of the import and of the verifying, and how much memory the export took at
most beyond what the process held before it.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from time import process_time
from typing import Any

SCHOOLS = 100
TRIP = 1000


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    exported = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        import django  # the environment comes first

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        from tests.bench.bench_pages import office

        cast = office()
        round_trip(cast)
        import_and_verify(cast, rows)
        export(cast, exported)


def workbook(cast: Any, rows: int, title: str) -> BytesIO:
    """Rows of households visited, for all schools in turn."""
    from youju.lib.sheets import write_rows
    from youju.records.kinds import get_record_kind
    from youju.records.sheets.columns import field_columns

    columns = [each.column() for each in field_columns(get_record_kind("statistic"))]
    given = {"sort": "exam.candidates", "happened": "2025年3月14日", "late_reason": "补录"}
    out = BytesIO()
    lines = (
        [
            {**given, "unit": cast.schools[at % len(cast.schools)].code, "title": f"{title}{at}", "value": at % 90}.get(
                column.name, ""
            )
            for column in columns
        ]
        for at in range(rows)
    )
    write_rows(out, [("统计数据", columns, lines)])
    return out


def read(cast: Any, content: BytesIO) -> Any:
    from youju.records.kinds import get_record_kind
    from youju.records.sheets.reading import read_records

    return read_records(kind=get_record_kind("statistic"), content=content, actor=cast.adam)


def take_in(cast: Any, content: BytesIO, **how: bool) -> Any:
    from youju.records.sheets.importing import records_import

    began = process_time()
    reading = read(cast, content)
    print(f"  {process_time() - began:6.1f} s  {len(reading.entries)} rows read and checked")
    began = process_time()
    done = records_import(reading=reading, actor=cast.adam, name="bench", **how)  # type: ignore[arg-type]  # keywords of records_import
    print(f"  {process_time() - began:6.1f} s  {done.new} new, {done.changed} changed, {done.same} the same")
    return done


def round_trip(cast: Any) -> None:
    from tests.records.cast import member
    from youju.orgs.members import Role
    from youju.records.kinds import get_record_kind
    from youju.records.sheets.exporting import export_of

    cast.adam = member("adam", cast.county, Role.OFFICER)
    print(f"{TRIP} rows: import, export, import again")
    take_in(cast, workbook(cast, TRIP, "往返"))
    out = BytesIO()
    export_of(kind=get_record_kind("statistic"), actor=cast.adam).write_xlsx(out)
    again = take_in(cast, out)
    assert (again.new, again.changed, again.same) == (0, 0, TRIP)


def import_and_verify(cast: Any, rows: int) -> None:
    from django.db import connection

    from youju.records.verbs.batch_verifying import Seen, seen_verify

    print(f"{rows} rows: import with handing in, verify in one batch")
    asked = Asked()
    content, began = workbook(cast, rows, "批量"), process_time()
    with connection.execute_wrapper(asked):
        done = take_in(cast, content, submit=True)
        imported, asked_so_far = process_time(), asked.number
        verified, refused = seen_verify(seen=[Seen(ref, 1) for ref in done.refs], actor=cast.alice)
    print(f"  {process_time() - imported:6.1f} s  {len(verified)} verified, {len(refused)} refused")
    print(
        f"  {process_time() - began:6.1f} s  in all; "
        f"{asked_so_far} queries to import, {asked.number - asked_so_far} to verify"
    )


class Asked:
    """Counts the queries."""

    number = 0

    def __call__(self, execute: Callable[..., Any], *query: Any) -> Any:
        self.number += 1
        return execute(*query)


def export(cast: Any, rows: int) -> None:
    from youju.records.heads.ledgered import Ledgered
    from youju.records.kinds import get_record_kind
    from youju.records.sheets.exporting import export_of

    fill_up(cast, rows)
    count = Ledgered.objects.count()
    for form in ("csv", "xlsx"):
        found = export_of(kind=get_record_kind("statistic"), actor=cast.alice)
        with tempfile.TemporaryFile() as out, Watched() as watched:
            began = process_time()
            out.writelines(found.csv()) if form == "csv" else found.write_xlsx(out)
            taken = process_time() - began
            size = out.tell() // 1024**2
        print(f"{form}: {count} records, {size} MB in {taken:.1f} s, {watched.most // 1024} MB more memory at most")


def fill_up(cast: Any, rows: int) -> None:
    """Drafts put in as rows: what is measured is the way out."""
    from datetime import date

    from youju.lib.refs import new_ref
    from youju.records.heads.ledgered import Ledgered
    from youju.records.statistics.statistic.models import Statistic

    there = Ledgered.objects.count()
    heads = [
        Ledgered(ref=new_ref("statistic"), kind="statistic", section="statistics", sort="exam.candidates",
                 unit=cast.schools[at % len(cast.schools)], title=f"走访{at}", happened=date(2025, 3, 14),
                 author=cast.bob, state="submitted")
        for at in range(rows - there)
    ]  # fmt: skip
    Ledgered.objects.bulk_create(heads, batch_size=500)
    made = Ledgered.objects.filter(statistic=None).values_list("pk", flat=True)
    from django.db import connection

    table = Statistic._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (ledgered_ptr_id, category, level, quantity, publisher, document) "
            "VALUES (%s, '', '', 1, '', '')",
            [(pk,) for pk in made],
        )


class Watched:
    """The most memory that was held inside, in KB beyond what was held before."""

    most = 0

    def __enter__(self) -> "Watched":
        self._before, self._over = resident(), Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self.most = max(self.most, resident() - self._before)


def resident() -> int:
    """Kilobytes of memory that the process holds."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


if __name__ == "__main__":
    main()
