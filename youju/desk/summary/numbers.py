"""Numbers that a page sends."""

_DIGITS = 9


def number_of(text: str) -> int:
    """The number that a text is; 0 for whatever is none that a database holds."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0
