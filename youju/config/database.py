"""The database an installation uses, from its DATABASE_URL."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Seconds for which a thread keeps its connection.
_KEPT = 60


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's settings for one database.

    url: ``postgresql://…`` or empty for SQLite in ``home``. Raises ImproperlyConfigured for any other scheme.
    """
    if not url:
        return _sqlite(home / "youju.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// (or be empty for SQLite).")
    try:
        return _postgres(parts)
    except ValueError as error:  # a port that is no number
        raise ImproperlyConfigured("DATABASE_URL must be postgresql://user:password@host:port/name.") from error


def _sqlite(file: Path) -> dict[str, Any]:
    # IMMEDIATE is the ledger's lock; FULL keeps an acknowledged commit through a power cut.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
        # Opening it, with its pragmas, costs more than a page of the public site does; a thread keeps its own.
        "CONN_MAX_AGE": _KEPT,
        # A file, not memory: the browser tests' server runs in a thread of its own.
        "TEST": {"NAME": str(file.with_suffix(".test.sqlite3"))},
    }


def _postgres(parts: Any) -> dict[str, Any]:
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": _KEPT,
        "CONN_HEALTH_CHECKS": True,
    }
