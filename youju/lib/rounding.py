"""Rounding as the statistics rules ask: half up, in decimal."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: Decimal, places: int) -> Decimal:
    """Round to ``places`` decimal digits, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def percent(part: int, whole: int, places: int = 2) -> Decimal | None:
    """Share of the whole in percent; None where nothing was counted.

    100 means every one and 0 means none: neither is reached by rounding, so 99.997 % prints 99.99.
    Raises ValueError where the part is negative or exceeds the whole.
    """
    if not 0 <= part <= max(whole, 0):
        raise ValueError(f"{part} is not a part of {whole}")
    if whole == 0:
        return None
    rounded = half_up(Decimal(100 * part) / whole, places)
    step = Decimal(1).scaleb(-places)
    if rounded == 100 and part < whole:
        return 100 - step
    if rounded == 0 and part > 0:
        return step
    return rounded
