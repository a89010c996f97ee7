"""How long ten pages with sixty figures take to set: as PDF, as Word, and beside a bare python-docx document.

Run: .venv/bin/python -m tests.bench.bench_paper. No database is asked: the figures have no entries. Where
LibreOffice is installed, printing the bare document with it is timed in the same run. By the clock: typst sets its
pages in a process of its own, whose time is not this one's.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter

from tests.bench.bench_figures import milliseconds, say

PARAGRAPHS, FIGURES = 42, 60


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        os.environ.update(YOUJU_HOME=home, DATABASE_URL="", DJANGO_SETTINGS_MODULE="youju.config.settings")
        import django  # the environment comes first

        django.setup()
        report(Path(home))


def report(home: Path) -> None:
    from pypdf import PdfReader

    from tests.summaries.paper.made_paper import long_summary
    from youju.summaries.paper.files import write
    from youju.summaries.paper.heads import Heads

    made = long_summary(PARAGRAPHS, FIGURES)
    texts = made.marked.split("\n\n")

    def bare() -> bytes:
        from docx import Document

        document, out = Document(), BytesIO()
        for text in texts:
            document.add_paragraph(text)
        document.save(out)
        return out.getvalue()

    pages = len(PdfReader(BytesIO(write(made, Heads(), "pdf"))).pages)
    plain = milliseconds(bare, perf_counter)
    say(f"{pages} pages with {FIGURES} figures and their list; bare python-docx of the same text: {plain:.0f} ms")
    for format in ("pdf", "docx", "html"):
        warm = milliseconds(partial(write, made, Heads(), format), perf_counter)
        say(f"{format}: {warm:.0f} ms warm, {warm / plain:.1f} times that")
    say(f"pdf in a fresh process: {milliseconds(cold, perf_counter):.0f} ms")
    if shutil.which("soffice"):
        file = home / "bare.docx"
        file.write_bytes(bare())
        say(f"LibreOffice prints that document in {milliseconds(lambda: printed(file), perf_counter):.0f} ms")


def cold() -> None:
    """A process that sets one document: Python and Django start, typst reads the fonts."""
    code = (
        "import django; django.setup();"
        "from tests.summaries.paper.made_paper import long_summary; from youju.summaries.paper.heads import Heads;"
        f"from youju.summaries.paper.pdf import to_pdf; to_pdf(long_summary({PARAGRAPHS}, {FIGURES}), Heads())"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def printed(file: Path) -> None:
    how = ["soffice", f"-env:UserInstallation=file://{file.parent}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*how, "--outdir", str(file.parent), str(file)], check=True, capture_output=True)


if __name__ == "__main__":
    main()
