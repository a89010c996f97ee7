"""A request larger than the server takes: answered by a page of the site, not by the server's own line.

A browser that still sends when the server hangs up shows no answer at all. So the rest is read, and thrown away.
"""

from typing import Any

import waitress.server
from django.urls import reverse
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask, Task, WSGITask
from waitress.utilities import RequestEntityTooLarge

from youju.cli.bodiless import Bodiless

_PATIENCE = 20  # so many times what is taken; whoever sends more is hung up on


class _Parser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Reads a body that is too large to its end without keeping it."""

    _unread = 0

    def received(self, data: bytes) -> int:
        if self._unread:
            return self._let_go(len(data))
        taken: int = super().received(data)
        if self.completed and isinstance(self.error, RequestEntityTooLarge):
            self._refuse()
        return taken

    def _let_go(self, count: int) -> int:
        taken = min(count, self._unread)
        self._unread -= taken
        self.completed = not self._unread
        return taken

    def _refuse(self) -> None:
        asks: bool = self.expect_continue
        self.expect_continue: bool = False  # whoever asks first is told at once
        if not (asks or self.chunked) and self.content_length <= _PATIENCE * self.adj.max_request_body_size:
            self._unread = self.content_length
            self.completed = False


class _Page(Bodiless, WSGITask):  # type: ignore[misc] # waitress has no types
    """What the site answers."""


class _Fault(Bodiless, ErrorTask):  # type: ignore[misc] # waitress has no types
    """What the server answers to what is no request."""


class _Refusal(_Page):
    """The site's answer in the place of what was asked."""

    def get_environment(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environment()
        environ.update(REQUEST_METHOD="GET", PATH_INFO=reverse("too-large"), QUERY_STRING="", CONTENT_LENGTH="0")
        return environ

    def execute(self) -> None:
        self.set_close_on_finish()
        super().execute()


def _task(channel: HTTPChannel, request: HTTPRequestParser) -> Task:
    return (_Refusal if isinstance(request.error, RequestEntityTooLarge) else _Fault)(channel, request)


class _Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    parser_class = _Parser
    task_class = _Page
    error_task_class = staticmethod(_task)


def answer_by_page() -> None:
    """Let every server made from now on answer so."""
    waitress.server.BaseWSGIServer.channel_class = _Channel
