"""What must stand next to a figure wherever it is shown: the figures named as beside it, and how it was asked."""

from collections.abc import Mapping

from youju.indicators.display import printed
from youju.indicators.figure import Figure


def beside_text(figure: Figure, known: Mapping[str, Figure]) -> str:
    """In one line; empty where nothing must. known: the figures of the same unit and period, by code."""
    others = [known[code] for code in figure.indicator.beside if code in known]
    said = [f"{other.indicator.name} {printed(other)}" for other in others]
    method = str(figure.indicator.card.method)
    return " · ".join([*said, method] if method else said)
