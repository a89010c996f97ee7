"""Nothing of the product asks the machine what time it is, or takes a moment's UTC day for the office's."""

import re
from pathlib import Path

import youju

PACKAGE = Path(youju.__file__).parent
ASKS = re.compile(r"datetime\.now\(|date\.today\(|\btime\.time\(|utcnow\(|timezone\.now|\.date\(\)|auto_now")
ALLOWED = {
    "lib/clock.py",  # where it is asked
    "lib/disk.py",  # the age of a file on disk, by the clock that the disk goes by
    "cli/failures.py",  # the log of faults, in UTC and marked so
}


def test_the_time_is_asked_of_the_clock_alone():
    asking = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if "migrations" not in file.parts and ASKS.search(file.read_text("utf-8"))
    }
    assert asking == ALLOWED


def test_no_paper_takes_its_date_from_the_machine():
    papers = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in PACKAGE.rglob("*.typ")}
    documents = {name for name, text in papers.items() if "#set document(" in text}
    assert documents
    assert {name for name in documents if "date: none" not in papers[name]} == set()
    assert {name for name, text in papers.items() if "datetime.today" in text} == set()
