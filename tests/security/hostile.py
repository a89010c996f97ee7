"""What attackers and careless hands send. A run of the suite tries the worst few; `make soak` tries all of them."""

import os
from urllib.parse import quote

ALL = bool(os.environ.get("YOUJU_SOAK"))

FIELDS: dict[str, str | bytes] = {
    "empty": "",
    "a megabyte": "长" * 350_000,
    "nul": "a\0b",
    "surrogate": b"a\xed\xb3\xa4b",  # half of a pair, in bytes that are no UTF-8
    "right to left": "\u202egnp.exe\u202c שלום",
    "script": "<script>alert(1)</script>",
    "quotes": "\"><img src=x onerror=alert(1)>'",
    "sql": "' OR 1=1; DROP TABLE orgs_member; --",
    "template": "{{ 7|add:7 }}{% load static %}${7*7}%(title)s%s",
    "line ends": "a\r\nSet-Cookie: x=1\r\n\r\nb",
    "four bytes": "𠮷野家",
    "a huge number": "9" * 5000,
    "beyond 64 bits": "99999999999999999999999",
    "negative": "-1",
    "exponent": "1e400",
    "not a number": "NaN",
    "first of days": "0001-01-01",
    "other digits": "١٢",
}

_WORST_FIELDS = ("nul", "beyond 64 bits")

QUERIES = (
    "", "%00", "a%00b", "%ED%B3%A4", "-1", "0", "abc", "1e400", "9" * 5000, "9" * 30, "%D9%A1",
    quote("' OR 1=1 --"), quote("<script>alert(1)</script>"), quote("{{7*7}}%s%(a)s"), "%0d%0aSet-Cookie:x",
    quote("𠮷"), "0000", "0001", "0001-01", "9999", "9999-12", "..0001-01-01", "..9999-12-31", "0001/0002",
    "9998/9999", "2025-13",
)  # fmt: skip
_WORST_QUERIES = ("%00", "0001", "9" * 30)


def fields() -> dict[str, str | bytes]:
    """What to type into one field, by what it is."""
    return FIELDS if ALL else {name: FIELDS[name] for name in _WORST_FIELDS}


def queries() -> tuple[str, ...]:
    """What to put behind one parameter of an address."""
    return QUERIES if ALL else _WORST_QUERIES
