"""Whole numbers that a page, an address or a cell sends as a text."""

_DIGITS = 18  # of the largest number that every database holds


def natural(text: str, digits: int = _DIGITS) -> int | None:
    """The number that a text writes in at most so many of the digits 0 to 9; None for whatever else it is."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None
