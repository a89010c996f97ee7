"""Files that commands make: never over one that is there, and none left behind where something went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from youju.cli.files import reason_of
from youju.errors import YoujuError


class NotWritten(YoujuError):
    code = "not-written"
    sentence = _("%(name)s cannot be written: %(reason)s")


@contextmanager
def made_file(file: Path) -> Iterator[BinaryIO]:
    """A new file to write to. Raises NotWritten where there is one already, or the disk does not take it."""
    try:
        with file.open("xb") as out:
            try:
                yield out
            except BaseException:
                file.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise NotWritten(name=file, reason=reason_of(error)) from error
