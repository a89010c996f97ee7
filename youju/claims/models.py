"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.claims.kept.kept_text import KeptText
from youju.claims.memory.remembered import Remembered

__all__ = ["KeptText", "Remembered"]
