"""A text as a QR code, for paper."""

from io import BytesIO

import segno


def qr_svg(text: str) -> str:
    """An SVG without a border; a seventh of it may be smudged."""
    out = BytesIO()
    segno.make(text, error="m").save(out, kind="svg", scale=4, border=0, xmldecl=False)
    return out.getvalue().decode("utf-8")
