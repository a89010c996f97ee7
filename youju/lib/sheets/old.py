"""Old .xls files, read in a process of their own: a forged one can ask for all memory there is.

Run as a program: reads the file from standard input and writes its sheets, pickled, to standard output.
"""

import io
import pickle
import resource
import subprocess
import sys
from typing import Any, BinaryIO

from youju.lib.sheets.limits import LOCKED, NO_WORKBOOK
from youju.lib.sheets.problems import BadWorkbook

_MEMORY = 1024**3
_SECONDS = 60
_PASSWORD = 3


def read_old(content: BinaryIO) -> list[dict[str, Any]]:
    """Of each sheet: name, visible, rows of values, merged ranges. Raises BadWorkbook."""
    content.seek(0)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "youju.lib.sheets.old"], input=content.read(), capture_output=True, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise BadWorkbook(NO_WORKBOOK) from error
    if done.returncode:
        raise BadWorkbook(LOCKED if done.returncode == _PASSWORD else NO_WORKBOOK)
    sheets: list[dict[str, Any]] = pickle.loads(done.stdout)
    return sheets


def _main() -> None:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheets = []
        for meta in book.sheets_metadata:
            sheet = book.get_sheet_by_name(meta.name)
            sheets.append({
                "name": meta.name,
                "visible": meta.visible == SheetVisibleEnum.Visible,
                "rows": sheet.to_python(skip_empty_area=False),
                "merged": sheet.merged_cell_ranges or [],
            })  # fmt: skip
    except PasswordError:
        sys.exit(_PASSWORD)
    except CalamineError:
        sys.exit(1)
    pickle.dump(sheets, sys.stdout.buffer)


if __name__ == "__main__":
    _main()
