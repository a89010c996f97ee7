"""How long all figures of a bureau's year take over a million facts, beside the barest query of the same rows.

Run: .venv/bin/python -m tests.bench.bench_figures [FACTS]. Builds a SQLite database in a temporary folder.
"""

import gc
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from time import process_time

from tests.processor import spent
from youju.cli.main import COLLECT_AFTER

FIRST, DAYS, YEAR = date(2021, 1, 1), 5 * 365, 2025
SCHOOLS, TOWNS = 100, 12
ROSTER = 25
ROUNDS = 5
POSTED = 100

ENTRY_COLUMNS = "seq, kind, voids, record_ref, milestone, unit, actor, at, commitment, facts_digest, leaf"
FACT_COLUMNS = "id, entry_id, unit, period, day, measure, category, level, occasion, subject, quantity, n"

Row = tuple[str | int | bytes | date | None, ...]


def main() -> None:
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        import django  # the environment comes first

        django.setup()
        gc.set_threshold(COLLECT_AFTER)  # as in every process of the product
        build(facts)
        report(facts)


def build(facts: int) -> None:
    """A bureau, its towns and schools; entries without content, as only the facts are asked for."""
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    units = make_units()
    with transaction.atomic(), connection.cursor() as cursor:
        rows = list(fact_rows(facts, units))
        cursor.executemany(_insert("ledger_entry", ENTRY_COLUMNS), list(entries(int(str(rows[-1][1])) + 1)))
        cursor.executemany(_insert("ledger_fact", FACT_COLUMNS), rows)


def make_units() -> list[str]:
    from tests.orgs.plant import plant
    from youju.orgs.units import Unit

    bureau = plant("bureau", "county")
    for kind, count in (("town", TOWNS), ("school", SCHOOLS)):
        for number in range(count):
            plant(f"{kind}-{number}", kind, parent=bureau)
    return list(Unit.objects.values_list("code", flat=True))


def entries(count: int) -> Iterator[Row]:
    for seq in range(count):
        yield seq, "post", None, f"r-{seq}", "verified", "bureau", "bob", "2025-01-01 00:00:00", b"", b"", bytes(32)


def fact_rows(count: int, units: list[str], seed: int = 1) -> Iterator[Row]:
    """One posting in four is a session with its roster, the others state one quantity; few measures have most."""
    from youju.records.kinds import all_measures

    dice = random.Random(seed)
    measures = list(all_measures().values())
    weights = [1 / (rank + 1) for rank in range(len(measures))]
    number = entry = 0
    while number < count:
        day = FIRST + timedelta(number * DAYS // count)
        where = (entry, dice.choice(units), day.year * 100 + day.month, day)
        level, occasion = dice.choice(("", "county", "city")), f"event-{dice.randrange(30)}"
        if dice.random() < 0.25:
            cells = [("study.present", "branch", level, "", f"{where[1]}-{person}") for person in range(ROSTER)]
        else:
            measure = dice.choices(measures, weights)[0]
            cells = [(measure.code, dice.choice([*measure.categories, ""]), level, occasion, "")]
        for cell in cells[: count - number]:
            yield number, *where, *cell, 1, 1
            number += 1
        entry += 1


def report(facts: int) -> None:
    from django.db import connection

    from youju.indicators import figures as engine
    from youju.lib.periods import Period
    from youju.orgs.units import Unit

    bureau, school = Unit.objects.get(code="bureau"), Unit.objects.get(code="school-1")

    def bare() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT sum(quantity) FROM ledger_fact WHERE period BETWEEN %s AND %s", Period.year(YEAR).months
            )
            cursor.fetchall()

    def asked(unit: Unit, cold: bool) -> Callable[[], None]:
        def ask() -> None:
            if cold:
                engine.forget()
            found = engine.figures(unit, Period.year(YEAR))
            assert any(figure.value for figure in found.values())

        return ask

    def grown() -> None:
        engine.figures(bureau, Period.year(YEAR))
        add_postings(POSTED)
        start = process_time()
        asked(bureau, cold=False)()
        after_posting.append(process_time() - start)

    after_posting: list[float] = []

    def opened() -> None:
        engine.forget()
        assert any(figure.entries for figure in engine.figures(bureau, Period.year(YEAR)).values())

    lower = milliseconds(bare)
    say(f"{facts:,} facts; a bare sum of the year: {lower:.1f} ms")
    for name, ask in (
        ("bureau, cold", asked(bureau, cold=True)),
        ("bureau, warm", asked(bureau, cold=False)),
        ("bureau, cold, with the entries of every figure", opened),
        ("one school, cold", asked(school, cold=True)),
    ):
        took = milliseconds(ask)
        say(f"{name}: {took:.1f} ms, {took / lower:.1f} times the bare sum")
    milliseconds(grown)
    took = median(after_posting) * 1000
    say(f"bureau, after a posting of {POSTED} records: {took:.1f} ms, {took / lower:.1f} times the bare sum")


def add_postings(count: int) -> None:
    """So many records more of the year, as ``build`` makes them."""
    from django.db import connection, transaction

    from youju.orgs.units import Unit

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT max(seq) + 1, (SELECT max(id) + 1 FROM ledger_fact) FROM ledger_entry")
        seq, number = cursor.fetchone()
        units, day = list(Unit.objects.values_list("code", flat=True)), date(YEAR, 11, 3)
        rows = [row for row in fact_rows(count * ROSTER, units, seed=seq) if int(str(row[1])) < count]
        moved = [
            (number + int(str(row[0])), seq + int(str(row[1])), row[2], YEAR * 100 + 11, day, *row[5:]) for row in rows
        ]
        new = ((seq + place, *entry[1:]) for place, entry in enumerate(entries(count)))
        cursor.executemany(_insert("ledger_entry", ENTRY_COLUMNS), list(new))
        cursor.executemany(_insert("ledger_fact", FACT_COLUMNS), moved)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def milliseconds(act: Callable[[], object], clock: Callable[[], float] = spent) -> float:
    """Median of some rounds, after one that fills the caches of disk and database. clock: in seconds."""
    act()
    times = []
    for _round in range(ROUNDS):
        start = clock()
        act()
        times.append(clock() - start)
    return median(times) * 1000


def _insert(table: str, columns: str) -> str:
    places = ", ".join("%s" for _column in columns.split(", "))
    return f"INSERT INTO {table} ({columns}) VALUES ({places})"


if __name__ == "__main__":
    main()
