"""Django looks for models here."""

from youju.gate.checks import Check

__all__ = ["Check"]
