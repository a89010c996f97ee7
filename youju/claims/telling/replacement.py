"""The ledger's value in the words of the claim it takes the place of."""

from decimal import Decimal

from youju.claims.reading import Claim
from youju.claims.telling.checked import Checked
from youju.indicators.figure import Number
from youju.lib.numerals import to_chinese


def replacement(checked: Checked) -> str:
    """What to write instead of the claim; "" where no single number says what the ledger has, or nothing would change.

    The measure word stays as the text has it: the person who wrote it knows why.
    """
    value = _single(checked)
    if value is None or value < 0 or checked.claim.kind == "ratio":
        return ""
    written = _written(checked.claim, value)
    return "" if written == checked.claim.text else written


def _single(checked: Checked) -> Number | None:
    value = checked.value
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 else None
    return value


def _written(claim: Claim, value: Number) -> str:
    if claim.text[-1:].isdecimal():  # a cell of a table, whose unit stands elsewhere
        return _plain(value)
    if claim.kind == "percent" and not claim.unit.endswith("百分点"):
        return f"{_plain(value)}%"
    if claim.kind == "rank":
        return f"第{to_chinese(int(value))}{claim.unit}"
    return f"{_plain(value)}{claim.unit}"


def _plain(value: Number) -> str:
    """98.70 stays as it is printed, 100.00 is 100."""
    if value == int(value):
        return str(int(value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
