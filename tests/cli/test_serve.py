"""The server itself: what is too large gets a page of ours, in the reader's language, after it was sent."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from threading import Thread

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from pytest_django import Settings
from waitress.server import BaseWSGIServer

from youju.cli.serve import AddressTaken, serve_site
from youju.cli.too_large import answer_by_page

pytestmark = pytest.mark.django_db(transaction=True)

MOST = 1024 * 1024


@pytest.fixture
def server(transactional_db: None, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[BaseWSGIServer]:
    settings.REQUEST_BYTES, settings.ALLOWED_HOSTS = MOST, ["*"]
    monkeypatch.setattr(BaseWSGIServer, "channel_class", BaseWSGIServer.channel_class)
    answer_by_page()
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0, max_request_body_size=MOST)
    Thread(target=server.run, daemon=True).start()
    yield server
    server.task_dispatcher.shutdown()
    server.close()


def _sent(server: BaseWSGIServer, body: bytes, **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.effective_port, timeout=20)
    connection.request("POST", "/check/", body, {"Connection": "close"} | headers)
    return connection.getresponse()


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh-CN", "一次发送的内容超过了 1 MB"), ("en", "More was sent than the 1 MB")]
)
def test_a_request_too_large_is_read_to_its_end_and_gets_a_page(server: BaseWSGIServer, language: str, sentence: str):
    answer = _sent(server, bytes(8 * MOST), **{"Accept-Language": language})
    page = answer.read().decode()
    assert (answer.status, answer.getheader("Connection")) == (413, "close")
    assert "</html>" in page
    assert sentence in page


@pytest.mark.parametrize("host", ["", "-1", "http://[bad", "a b", "x" * 300, "文", "999.1.1.1"])
def test_what_is_no_address_is_told_in_a_sentence(host: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(BaseWSGIServer, "channel_class", BaseWSGIServer.channel_class)
    with pytest.raises(AddressTaken):
        serve_site(host=host, port=9)


def test_whoever_asks_first_is_told_before_it_sends(server: BaseWSGIServer):
    connection = HTTPConnection("127.0.0.1", server.effective_port, timeout=20)
    connection.putrequest("POST", "/check/")
    connection.putheader("Content-Length", str(8 * MOST))
    connection.putheader("Expect", "100-continue")
    connection.endheaders()
    assert connection.getresponse().status == 413


def test_what_is_beyond_all_patience_is_not_read(server: BaseWSGIServer):
    connection = HTTPConnection("127.0.0.1", server.effective_port, timeout=20)
    connection.putrequest("POST", "/check/")
    connection.putheader("Content-Length", str(10**15))
    connection.endheaders()
    assert connection.getresponse().status == 413


def test_other_faults_of_a_request_are_answered_as_before(server: BaseWSGIServer):
    assert _sent(server, b"x" * 10, **{"Content-Length": "many"}).status == 400


def test_what_is_not_too_large_goes_to_the_site(server: BaseWSGIServer):
    assert _sent(server, b"x" * 10).status in (302, 403)
