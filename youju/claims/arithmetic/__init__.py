"""What a text says about its own figures, without any ledger; plain Python.

Every other __init__ of the project but that of the reading is empty; this one is the package's one public door.
"""

from youju.claims.arithmetic.find import find_arithmetic
from youju.claims.arithmetic.finding import CODES, Finding

__all__ = ["CODES", "Finding", "find_arithmetic"]
