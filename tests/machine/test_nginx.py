"""The site behind a real nginx with the configuration that ``youju service nginx`` prints, TLS and all."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.machine.installation import Installation, free_port
from tests.machine.test_https import SECRET, Browser, token_of
from tests.machine.tls import certificate

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

_MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/youju.conf;
}}
"""


class Behind:
    """The site, the port of nginx with TLS, the one without, and the folder of its files."""

    def __init__(self, folder: Path) -> None:
        self.pem = certificate(folder)
        self.folder, self.tls, self.plain = folder, free_port(), free_port()
        options = {"YOUJU_PUBLIC_URL": f"https://localhost:{self.tls}", "YOUJU_TRUSTED_PROXY": "127.0.0.1"}
        self.site = Installation(folder / "home", SSL_CERT_FILE=str(self.pem), **options).found()
        self.site.run("setting", "site_open", "yes")

    def browser(self) -> Browser:
        return Browser(self.tls, self.pem)

    def configure(self) -> Path:
        """What is printed, with this folder's files for those of a server, and a free port for port 80."""
        text = self.site.run("service", "nginx", "--port", str(self.site.port)).stdout
        for there, here in (
            ("/etc/ssl/youju/fullchain.pem", str(self.pem)),
            ("/etc/ssl/youju/key.pem", str(self.pem)),
            ("/var/cache/nginx", str(self.folder)),
            ("/var/log/nginx", str(self.folder)),
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
        ):
            assert there in text
            text = text.replace(there, here)
        (self.folder / "youju.conf").write_text(text, "utf-8")
        main = self.folder / "nginx.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        main.write_text(_MAIN.format(folder=self.folder, user=user), "utf-8")
        return main


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    behind = Behind(tmp_path_factory.mktemp("nginx"))
    main = behind.configure()
    assert NGINX
    subprocess.run([NGINX, "-t", "-c", str(main)], check=True, capture_output=True)
    nginx = subprocess.Popen([NGINX, "-c", str(main)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for_port(behind.plain)
        with behind.site.serving():
            yield behind
    finally:
        nginx.terminate()
        nginx.wait()


def _wait_for_port(port: int) -> None:
    """Ask until somebody listens: the answer itself is what is waited for."""
    for _try in range(600):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("HEAD", "/")
            connection.getresponse().read()
            return
        except ConnectionRefusedError:
            time.sleep(0.05)
    pytest.fail("nginx did not start")


def test_who_comes_without_https_is_led_to_the_public_address(behind: Behind):
    connection = HTTPConnection("127.0.0.1", behind.plain, timeout=30)
    connection.request("GET", "/login/?next=/review/", headers={"Host": f"localhost:{behind.plain}"})
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("Location")) == (
        301, f"https://localhost:{behind.tls}/login/?next=/review/",
    )  # fmt: skip


def test_a_member_logs_in_and_the_visitors_address_is_noted(behind: Behind):
    bob = behind.browser()
    assert bob.log_in("bob", SECRET).status == 302
    assert bob.get("/")[0].status == 200


def test_a_file_larger_than_nginx_takes_by_itself_comes_through_and_back(behind: Behind):
    """Three megabytes, where nginx by itself takes one."""
    bob = behind.browser()
    bob.log_in("bob", SECRET)
    content = b"zhi jiao liu cheng\n" * 170_000
    _, page = bob.get("/records/statistic/new")
    answer = bob.send_file("/records/statistic/new", token_of(page), "uploads", "记录.txt", content)
    assert answer.status == 422, "the form is not filled in, and the page says so"


def test_a_public_page_is_kept(behind: Behind):
    reader = behind.browser()
    answer, _page = reader.get("/site/")
    assert answer.status == 200 and answer.getheader("Set-Cookie") is None
    assert re.search(r"s-maxage=\d+", answer.getheader("Cache-Control", ""))
    kept = [file for file in (behind.folder / "youju").rglob("*") if file.is_file()]
    assert any(b"/site/" in file.read_bytes()[:2000] for file in kept)


def test_no_code_of_a_ticket_stands_in_the_log(behind: Behind):
    behind.browser().get("/t/ABCDEFGH")
    behind.browser().get("/login/?seen=1")
    log = _log_once_it_holds(behind.folder / "access.log", "seen=1")
    assert "ABCDEFGH" not in log


def _log_once_it_holds(file: Path, line: str) -> str:
    """nginx answers first and writes its log afterwards."""
    for _try in range(600):
        log = file.read_text("utf-8")
        if line in log:
            return log
        time.sleep(0.05)
    pytest.fail(f"nginx's log never held {line}")


def test_the_doctor_finds_the_way_sound(behind: Behind):
    found = json.loads(behind.site.run("doctor", "--json").stdout)
    assert [each for each in found if each["check"] in {"https", "exposure"}] == []


def test_while_the_site_is_away_public_pages_stay_and_others_say_so(behind: Behind):
    """The last test of the file: the site does not come back."""
    reader = behind.browser()
    before = reader.get("/site/")[1]
    behind.site.end()
    answer, page = reader.get("/login/")
    assert (answer.status, answer.getheader("Retry-After")) == (503, "60")
    assert "系统正在启动" in page
    answer, page = reader.get("/site/")
    assert (answer.status, page) == (200, before)
