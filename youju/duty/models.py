"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.duty.contacts import Contact
from youju.duty.shifts import Coverage, Shift
from youju.duty.swaps import Swap

__all__ = ["Contact", "Coverage", "Shift", "Swap"]
