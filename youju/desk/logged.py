"""What the log leaves out: a code in an address, which opens something for whoever reads it."""

import logging
import re
from typing import Any

# A ticket's own page, and the one behind the QR code of whoever asked something.
_CODE = re.compile(r"(/t/|/site/ask/code/)[^\s?'\"]+")


class WithoutCodes(logging.Filter):
    """Let every line through, with … in the place of a code."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _without(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_without(value) for value in record.args)
        return True


def _without(value: Any) -> Any:
    return _CODE.sub(r"\1…", value) if isinstance(value, str) else value
