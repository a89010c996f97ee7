"""Nothing of the product asks the machine what time it is, or takes a moment's UTC day for the office's."""

import re
from pathlib import Path

import youju

PACKAGE = Path(youju.__file__).parent
ASKS = re.compile(r"datetime\.now\(|date\.today\(|\btime\.time\(|utcnow\(|timezone\.now|\.date\(\)|auto_now")
ALLOWED = {
    "lib/clock.py",  # where it is asked
    "evidence/store.py",  # the age of a file on disk, by the clock that the disk goes by
    "cli/failures.py",  # the log of faults, in UTC and marked so
}


def test_the_time_is_asked_of_the_clock_alone():
    asking = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if "migrations" not in file.parts and ASKS.search(file.read_text("utf-8"))
    }
    assert asking == ALLOWED
