"""Amounts of money: whole fen, written in yuan."""

from decimal import Decimal, InvalidOperation

_FEN = 100


def yuan(fen: int) -> str:
    """1250 as 12.50."""
    return f"{fen // _FEN}.{fen % _FEN:02}"


def fen(text: str) -> int | None:
    """12.5 as 1250; None where it is no amount of whole fen."""
    try:
        amount = Decimal(text) * _FEN
    except InvalidOperation:
        return None
    return int(amount) if amount.is_finite() and amount == amount.to_integral_value() and amount >= 0 else None
