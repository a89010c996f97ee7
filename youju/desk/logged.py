"""What the log leaves out: the code of a ticket, which opens something for whoever reads it."""

import logging
import re
from typing import Any

_CODE = re.compile(r"/t/[^\s?'\"]+")


class WithoutCodes(logging.Filter):
    """Let every line through, with /t/… in the place of a ticket's address."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _without(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_without(value) for value in record.args)
        return True


def _without(value: Any) -> Any:
    return _CODE.sub("/t/…", value) if isinstance(value, str) else value
