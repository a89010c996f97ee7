"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.claims.kept.kept import KeptText
from youju.claims.memory.memory import Remembered

__all__ = ["KeptText", "Remembered"]
