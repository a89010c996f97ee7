"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.indicators.own_indicators import OwnIndicator

__all__ = ["OwnIndicator"]
