"""The folder in which an installation keeps its data. It follows from the installation, never from where one stands."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from youju.config.options import option

_PACKAGE = Path(__file__).resolve().parent.parent
_SYSTEM = Path("/var/lib/youju")


def home_folder() -> Path:
    """The folder named by YOUJU_HOME, else the one that belongs to this installation. Nothing is created."""
    named = option("HOME").strip()
    return Path(named).expanduser().resolve() if named else home_of(_PACKAGE)


def home_of(package: Path) -> Path:
    """Where the data of an installation is whose package lies at ``package``.

    A checkout has its own ``var``. An installed package has no place of its own to write: root's data is the
    system's, anybody else's is in their folder for data. Raises ImproperlyConfigured where the user has no home.
    """
    if _is_checkout(package.parent):
        return package.parent / "var"
    return _SYSTEM if os.geteuid() == 0 else _users_data() / "youju"


def _is_checkout(folder: Path) -> bool:
    declared = folder / "pyproject.toml"
    return declared.is_file() and 'name = "youju"' in declared.read_text("utf-8")


def _users_data() -> Path:
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    if named.is_absolute():  # the XDG rules: a relative one is to be ignored
        return named
    try:
        return Path.home() / ".local" / "share"
    except RuntimeError:
        raise ImproperlyConfigured("This account has no home folder: name one for the data in YOUJU_HOME.") from None
