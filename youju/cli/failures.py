"""Errors nobody foresaw: the trace goes into a file, the person gets a sentence and a reference number."""

import secrets
import traceback
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.utils.translation import gettext

from youju.config.home import home_folder


def sentence(error: BaseException) -> str:
    """Write the trace down and return what to tell the person."""
    reference = secrets.token_hex(4)
    file = _file()
    if not _written(file, reference, error):
        return _("Something went wrong that Youju did not foresee, and %(file)s cannot be written.") % {"file": file}
    return _("Something went wrong that Youju did not foresee. Reference %(reference)s in %(file)s.") % {
        "reference": reference,
        "file": file,
    }


def note(reference: str, error: BaseException) -> None:
    """Write a trace down for whoever looks into it later; whether or not it can be written, the work goes on."""
    _written(_file(), reference, error)


def database_sentence(error: BaseException) -> str:
    """The same for a database that does not answer, which is the machine's state and not a fault of the program."""
    file = _file()
    _written(file, "database", error)
    return _("The database cannot be reached or is busy. Try again, or ask “youju doctor”.")


def disk_sentence() -> str:
    return _("The disk is full, and nothing was saved. Make room, then try again.")


def argument_sentence() -> str:
    return _("What was typed holds bytes that are no characters. Type it again, or rename the file.")


def _(text: str) -> str:
    """English where even the start failed: there are no catalogues then."""
    return gettext(text) if apps.ready else text


def _file() -> Path:
    return home_folder() / "log" / "youju.log"


def _written(file: Path, reference: str, error: BaseException) -> bool:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {reference}\n")
            log.writelines(traceback.format_exception(error))
    except OSError:
        return False
    return True
