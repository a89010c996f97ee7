"""Texts that a spreadsheet would take for a formula, made harmless and back again."""

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutral(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run.

    Also before an apostrophe that already stands there, so that ``plain`` gives back just what was written.
    """
    return f"'{text}" if text.startswith(_STARTS) or _is_neutral(text) else text


def plain(text: str) -> str:
    """The text without the apostrophe that ``neutral`` put before it."""
    return text[1:] if _is_neutral(text) else text


def _is_neutral(text: str) -> bool:
    return text.startswith("'") and text.lstrip("'").startswith(_STARTS)
