"""Answers to HEAD: the head of the page and not a byte of its body, or a client that keeps the connection falls out
of step. The server itself sends whatever the site gives it.
"""

from typing import Any

from waitress.task import Task


class Bodiless(Task):  # type: ignore[misc] # waitress has no types
    """Mixed into each of the server's tasks: what is written for a HEAD goes nowhere."""

    def get_environment(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environment()
        if self._is_head():  # a file given whole would go past write()
            environ.pop("wsgi.file_wrapper", None)
        return environ

    def write(self, data: bytes) -> None:
        super().write(b"" if self._is_head() else data)

    def finish(self) -> None:
        if not self._is_head():
            super().finish()
        elif not self.wrote_header:
            self.write(b"")

    def _is_head(self) -> bool:
        return str(getattr(self.request, "command", "")).upper() == "HEAD"  # none where the site itself failed
