"""A client that asks for heads on a kept connection stays in step with the server."""

import socket
from collections.abc import Iterator
from threading import Thread

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from pytest_django import Settings
from waitress.server import BaseWSGIServer

from youju.cli.too_large import answer_by_page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server(transactional_db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[BaseWSGIServer]:
    settings.ALLOWED_HOSTS = ["*"]
    monkeypatch.setattr(BaseWSGIServer, "channel_class", BaseWSGIServer.channel_class)
    answer_by_page()
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0)
    Thread(target=server.run, daemon=True).start()
    yield server
    server.task_dispatcher.shutdown()
    server.close()


def _said(server: BaseWSGIServer, *requests: str) -> bytes:
    """All that comes back on one connection, until the server closes it."""
    with socket.create_connection(("127.0.0.1", server.effective_port), timeout=20) as connection:
        for request in requests:
            connection.sendall(f"{request}\r\nHost: localhost\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("path", ["/login/", "/no-such-page", "/static/youju.css", "/records/"])
def test_two_heads_and_a_page_on_one_connection(server: BaseWSGIServer, path: str):
    said = _said(
        server, f"HEAD {path} HTTP/1.1", f"HEAD {path} HTTP/1.1", "GET /static/youju.css HTTP/1.1\r\nConnection: close"
    )
    first, second, page = said.split(b"\r\n\r\n", 2)
    assert first.startswith(b"HTTP/1.1 ") and second.startswith(b"HTTP/1.1 ") and page.startswith(b"HTTP/1.1 200")
    assert b"content-length" in first.lower()


def test_a_bad_head_gets_no_body(server: BaseWSGIServer):
    assert _said(server, "HEAD /login/ HTTP/1.1\r\nContent-Length: many").endswith(b"\r\n\r\n")
