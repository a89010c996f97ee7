"""A text as a QR code, for paper: the same text gives the same code."""

from io import BytesIO
from typing import Any

import segno


def qr_svg(text: str) -> str:
    """An SVG without a border; a seventh of it may be smudged."""
    return _drawn(text, kind="svg", scale=4, xmldecl=False).decode("utf-8")


def qr_png(text: str) -> bytes:
    """The same as a picture, for files that hold no drawing."""
    return _drawn(text, kind="png", scale=10)


def _drawn(text: str, **how: Any) -> bytes:
    out = BytesIO()
    segno.make(text, error="m").save(out, border=0, **how)
    return out.getvalue()
