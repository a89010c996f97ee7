"""The site behind a proxy with TLS, as people reach it: logging in, forms, cookies, and what the doctor says of it."""

import json
import re
import sqlite3
import ssl
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.machine.installation import Installation, free_port
from tests.machine.tls import certificate, tls_proxy

SECRET = "a long pass phrase"


class Browser:
    """Keeps cookies, and sends forms with the token of the page before; ``address``: from where it connects."""

    def __init__(self, port: int, pem: Path, address: str = "127.0.0.1") -> None:
        self.port, self.address = port, address
        self.context = ssl.create_default_context(cafile=str(pem))
        self.cookies: dict[str, str] = {}
        self.set: list[str] = []

    def get(self, path: str) -> tuple[HTTPResponse, str]:
        return self._ask("GET", path)

    def post(self, path: str, token: str, **fields: str) -> tuple[HTTPResponse, str]:
        return self._ask("POST", path, urlencode(fields | {"csrfmiddlewaretoken": token}))

    def send_file(self, path: str, token: str, field: str, name: str, content: bytes) -> HTTPResponse:
        """One file as a form without scripts sends it."""
        part = '--edge\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
        head = part.format("csrfmiddlewaretoken", "") + token + "\r\n" + part.format(field, f'; filename="{name}"')
        body = head.encode() + content + b"\r\n--edge--\r\n"
        return self._ask("POST", path, body, "multipart/form-data; boundary=edge")[0]

    def _ask(
        self, method: str, path: str, body: str | bytes = "", sort: str = "application/x-www-form-urlencoded"
    ) -> tuple[HTTPResponse, str]:
        site = f"localhost:{self.port}"
        connection = HTTPSConnection(
            "localhost", self.port, context=self.context, source_address=(self.address, 0), timeout=30
        )
        headers = {"Host": site, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers |= {"Origin": f"https://{site}", "Content-Type": sort}
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
            self.set.append(line)
        return answer, text

    def log_in(self, name: str, password: str) -> HTTPResponse:
        _, page = self.get("/login/")
        return self.post("/login/", token_of(page), username=name, password=password)[0]


def token_of(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found, page[:500]
    return found[1]


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def public() -> int:
    return free_port()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, pem: Path, public: int) -> Iterator[Installation]:
    """Served behind the proxy; its commands trust the proxy's certificate."""
    options = {"YOUJU_PUBLIC_URL": f"https://localhost:{public}", "YOUJU_TRUSTED_PROXY": "127.0.0.1"}
    site = Installation(tmp_path_factory.mktemp("home"), SSL_CERT_FILE=str(pem), **options).found()
    with site.serving() as port, tls_proxy(public, pem, to=port):
        yield site


def test_a_member_logs_in_and_sends_a_form(site: Installation, public: int, pem: Path):
    bob = Browser(public, pem)
    assert bob.log_in("bob", SECRET).status == 302
    answer, page = bob.get("/password/")
    assert answer.status == 200
    fields = {"old_password": SECRET, "new_password1": "zhe shi lingyige", "new_password2": "zhe shi lingyige"}
    assert bob.post("/password/", token_of(page), **fields)[0].status == 302


def test_cookies_go_over_https_only_and_browsers_are_told_to_stay(site: Installation, public: int, pem: Path):
    alice = Browser(public, pem)
    alice.log_in("alice", SECRET)
    assert {line.partition("=")[0] for line in alice.set} >= {"sessionid", "csrftoken"}
    assert all("secure" in line.lower() for line in alice.set)
    assert alice.get("/login/")[0].getheader("Strict-Transport-Security")


def test_who_comes_without_https_is_led_to_the_public_address(site: Installation, public: int):
    connection = HTTPConnection("127.0.0.1", site.port, timeout=30)
    connection.request("GET", "/login/")
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, f"https://localhost:{public}/login/")


def test_a_wrong_password_is_noted_with_the_visitors_address_not_the_proxys(site: Installation, public: int, pem: Path):
    Browser(public, pem, "127.0.0.5").log_in("dora", "wrong")
    with sqlite3.connect(site.home / "youju.sqlite3") as database:
        noted = database.execute("SELECT address FROM orgs_wrongtry WHERE key = 'account:dora'").fetchall()
    assert noted == [("127.0.0.5",)]


def test_the_doctor_finds_the_way_sound(site: Installation):
    found = json.loads(site.run("doctor", "--json").stdout)
    assert [each for each in found if each["check"] in {"https", "exposure"}] == []


def test_the_doctor_says_that_the_certificate_is_not_trusted(site: Installation):
    other = Installation(site.home, YOUJU_PUBLIC_URL=site.environment["YOUJU_PUBLIC_URL"])
    found = json.loads(other.run("doctor", "--json").stdout)
    assert "的证书" in next(each["sentence"] for each in found if each["check"] == "https")


def test_the_doctor_names_what_is_missing_where_the_proxy_is_not_believed(tmp_path: Path, pem: Path):
    public = free_port()
    site = Installation(tmp_path, SSL_CERT_FILE=str(pem), YOUJU_PUBLIC_URL=f"https://localhost:{public}").found()
    with site.serving() as port, tls_proxy(public, pem, to=port):
        found = json.loads(site.run("doctor", "--json").stdout)
    assert "YOUJU_TRUSTED_PROXY" in next(each["sentence"] for each in found if each["check"] == "https")


def test_a_proxy_that_is_not_trusted_is_not_believed(site: Installation, public: int):
    """From another address than the one named, “https” is a claim of the visitor."""
    connection = HTTPConnection("127.0.0.1", site.port, source_address=("127.0.0.9", 0), timeout=30)
    connection.request("GET", "/login/", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.1"})
    assert connection.getresponse().status == 301
