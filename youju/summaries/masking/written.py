"""A masked text as Markdown, and as a summary that is set on paper: of no unit, no year and no ledger."""

from youju.lib.periods import Period
from youju.summaries.binding.structure import as_written, heading_mark, lines
from youju.summaries.binding.summary import CLOSE, OPEN, Summary
from youju.summaries.masking.masked import MaskedText

# A summary must have a period; nobody sees this one.
_SOME_YEAR = Period.year(2000)


def to_markdown(masked: MaskedText) -> str:
    """Headings as headings, every other line as a paragraph."""
    text = masked.text.replace(OPEN, "").replace(CLOSE, "")
    shown = (heading_mark(line) + as_written(text[line.start : line.end], begins=True) for line in lines(text))
    return "\n\n".join(shown) + "\n"


def to_summary(masked: MaskedText) -> Summary:
    """The same as a summary without figures, for who sets it on paper."""
    return Summary("", "", _SOME_YEAR, 0, b"", to_markdown(masked), ())
