"""How long posting takes beside a bare insert, and verifying beside a bare read and hash, in one run on SQLite.

Run: .venv/bin/python -m tests.bench.bench_ledger [POSTINGS]. Prints seconds of the processor
and ratios; median of ROUNDS runs.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from statistics import median
from time import process_time

ROUNDS = 3
FACTS = 3


def main() -> None:
    postings = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        import django  # the environment comes first

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        report(postings)


def report(postings: int) -> None:
    bare = median(_timed(lambda: _bare(postings)) for _ in range(ROUNDS))
    rounds = iter(range(ROUNDS))
    posted = median(_timed(lambda: _post_many(postings, next(rounds))) for _ in range(ROUNDS))
    read = median(_timed(_read_and_hash) for _ in range(ROUNDS))
    checked = median(_timed(_verify) for _ in range(ROUNDS))
    rows = postings * (1 + FACTS)
    print(f"{'':28}{'seconds':>9}{'rows/s':>10}{'× bare':>8}")
    for name, seconds, count, lower in (
        ("bare insert", bare, rows, bare),
        (f"post_many, {postings} × {FACTS}", posted, rows, bare),
        ("bare read and hash", read, rows * ROUNDS, read),
        (f"verify, {postings * ROUNDS} entries", checked, rows * ROUNDS, read),
    ):
        print(f"{name:28}{seconds:9.2f}{count / seconds:10,.0f}{seconds / lower:8.1f}")


def _timed(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _bare(postings: int) -> None:
    from django.db import connection, transaction

    rows = [(number, "x" * 200) for number in range(postings * (1 + FACTS))]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bare (number integer, content text)")
        cursor.execute("DELETE FROM bare")
        cursor.executemany("INSERT INTO bare VALUES (%s, %s)", rows)


def _post_many(postings: int, turn: int) -> None:
    from tests.ledger.postings import DAY, post, posting
    from youju.ledger.log import FactLine

    facts = [FactLine("school-1", DAY, measure, 1) for measure in ("sessions", "attendance", "members")[:FACTS]]
    post(*(posting(f"study-{turn}-{number}", *facts) for number in range(postings)))


def _read_and_hash() -> None:
    """The same rows, read once in their order, and each hashed as the text of its columns."""
    from django.db import connection

    for table, place in (("ledger_entry", "seq"), ("ledger_fact", "entry_id")):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table} ORDER BY {place}")
            for row in cursor:
                sha256(repr(row).encode()).digest()


def _verify() -> None:
    from youju.ledger import log

    if damage := next(log.verify(), None):
        raise SystemExit(damage.sentence)


if __name__ == "__main__":
    main()
