"""The manifest of a backup: which version made it, of which ledger, and what every member must be."""

import hashlib
import json
import re
from datetime import datetime
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple, Self

from youju.backups.rows import tables

MOST_BYTES = 16 * 1024**2
_DIGEST = re.compile("[0-9a-f]{64}")
_DATABASES = ("sqlite", "postgresql")


class Table(NamedTuple):
    """A member ``tables/NAME.jsonl.gz``: its rows, its size unpacked, and the SHA-256 of the member as it is packed."""

    name: str
    rows: int
    unpacked: int
    sha256: str


class Evidence(NamedTuple):
    """The members ``evidence/SHA-256``, in the order of their names. missing: those whose bytes the folder has lost."""

    files: int
    bytes: int
    missing: list[str]


class Manifest(NamedTuple):
    """schema: a hash over all tables and columns. made: UTC, ISO 8601. root: hex, over ``size`` entries.

    files: the SHA-256 of what lies beside the database (the signing key and the last checkpoint), by member.
    """

    version: str
    schema: str
    made: str
    database: str
    size: int
    root: str
    files: dict[str, str]
    tables: list[Table]
    evidence: Evidence

    def to_bytes(self) -> bytes:
        shown = self._asdict() | {
            "tables": [table._asdict() for table in self.tables],
            "evidence": self.evidence._asdict(),
        }
        return json.dumps(shown, ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Raises ValueError, TypeError, KeyError or AttributeError where it is no manifest of this version."""
        read: dict[str, Any] = json.loads(content)
        made = cls(**read | {
            "tables": [Table(**table) for table in read.get("tables", [])],
            "evidence": Evidence(**read.get("evidence", {})),
        })  # fmt: skip
        if made.to_bytes() != content or not _DIGEST.fullmatch(made.root) or made.database not in _DATABASES:
            raise ValueError("spelled otherwise")
        if {table.name: table.rows for table in made.tables}["ledger_entry"] != made.size:
            raise ValueError("size")
        datetime.fromisoformat(made.made)
        return made


def our_version() -> str:
    """The version of this program."""
    return version("youju")


@cache
def our_schema() -> str:
    """A hash over the names and types of all columns: two versions with the same hash read each other's rows."""
    described = [
        [
            model._meta.db_table,
            *(f"{field.attname} {field.get_internal_type()}" for field in model._meta.local_concrete_fields),
        ]
        for model in tables()
    ]
    return hashlib.sha256(json.dumps(described).encode()).hexdigest()
