"""How long a draft takes to check against a ledger of a million facts: a page's way, and the command's.

Run: .venv/bin/python -m tests.bench.bench_draft [FACTS]. Builds a SQLite database in a temporary folder. Beside it,
in the same run: the barest query of the year's rows, and the start of the command alone.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.bench_figures import YEAR, build, milliseconds, say
from tests.claims.marked import TEXTS, parse_marked

LENGTH = 6000


def main() -> None:
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        import django  # the environment comes first

        django.setup()
        build(facts)
        draft = Path(home) / "draft.txt"
        draft.write_text(the_draft(), encoding="utf-8")
        report(facts, draft)


def the_draft() -> str:
    """As dense as figures come: a marked text states one in 16 characters, an annual summary one in 100."""
    texts = (
        file.read_text(encoding="utf-8") for half in ("tune", "held") for file in sorted(TEXTS.glob(f"*-{half}.txt"))
    )
    return "\n".join(parse_marked(text)[0] for text in texts)[:LENGTH]


def report(facts: int, draft: Path) -> None:
    from django.db import connection

    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.units import Unit

    bureau, text, year = Unit.objects.get(code="bureau"), draft.read_text(encoding="utf-8"), Period.year(YEAR)

    def bare() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT sum(quantity) FROM ledger_fact WHERE period BETWEEN %s AND %s", year.months)
            cursor.fetchall()

    def command(*arguments: str) -> None:
        subprocess.run([sys.executable, "-m", "youju.cli.main", *arguments], capture_output=True, check=False)

    def page() -> None:
        assert check(text, unit=bureau, period=year, aliases={})

    lower, start = milliseconds(bare), milliseconds(lambda: command("check", "--help"))
    warm = milliseconds(page)
    cold = milliseconds(lambda: command("check", str(draft), "--year", str(YEAR)))
    found = len(check(text, unit=bureau, period=year, aliases={}))
    say(f"{facts:,} facts, a draft of {len(text):,} characters with {found} figures")
    say(f"in a process that has answered before: {warm:.0f} ms, {warm / lower:.1f} times a bare sum of the year")
    say(f"from the command line: {cold:.0f} ms, {cold / start:.1f} times the start of the command ({start:.0f} ms)")


if __name__ == "__main__":
    main()
