"""Requests a second of the public site, without and behind the cache of the shipped nginx example.

Run: .venv/bin/python -m tests.bench.bench_portal [SECONDS]. With nginx on the path, or named by the variable
NGINX_PROGRAM, the cached site is measured too. The p95 of a page stands beside that of a static file in the same run.
Targets: 2,000 a second from the cache, 200 without.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from tests.machine.installation import Installation

CACHED, BARE = 2000, 200
CONNECTIONS = 8
# A proxy closes a line after a thousand answers (nginx's keepalive_requests).
_ON_ONE_LINE = 500
# What a reader opens: the home page, a list, an article, and a static file to compare with.
STATIC = "/static/portal/portal.css"


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5.0
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as folder:
        site = Installation(Path(folder) / "home")
        site.home.mkdir()
        article = subprocess.run(
            [sys.executable, "-m", "tests.bench.portal_rows"], env=site.environment, check=True, capture_output=True,
            text=True,
        ).stdout.strip()  # fmt: skip
        pages = ("/site/", "/site/channel/jiaoyu-xinwen/", article)
        with site.serving() as port:
            measure("without a cache", port, pages, seconds, BARE)
            nginx = os.environ.get("NGINX_PROGRAM") or shutil.which("nginx")
            if nginx is None:
                print("behind nginx: not measured, there is no nginx on the path")
                return
            with cached(nginx, Path(folder), site, port) as front:
                measure("behind nginx", front, pages, seconds, CACHED)


def measure(where: str, port: int, pages: tuple[str, ...], seconds: float, target: int) -> None:
    static = loaded(port, STATIC, seconds)
    for page in pages:
        taken = loaded(port, page, seconds)
        rate = len(taken) / seconds
        kind = page.split("/")[2] or "home"
        told = "reached" if rate >= target else "MISSED"
        print(
            f"{where}, {kind}: {rate:,.0f} a second, p95 {p95(taken):.1f} ms "
            f"(static file {len(static) / seconds:,.0f} a second, p95 {p95(static):.1f} ms); target {target:,} {told}"
        )


def p95(taken: list[float]) -> float:
    """In milliseconds."""
    return sorted(taken)[int(len(taken) * 0.95)] * 1000 if taken else 0.0


def loaded(port: int, path: str, seconds: float) -> list[float]:
    """How long each answer took, of as many as some readers get one after the other in so many seconds."""
    taken: list[float] = []
    readers = [Thread(target=_read, args=(port, path, time.monotonic() + seconds, taken)) for _ in range(CONNECTIONS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return taken


def _read(port: int, path: str, until: float, taken: list[float]) -> None:
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Language: zh-CN\r\n\r\n".encode()
    while time.monotonic() < until:
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for _time in range(_ON_ONE_LINE):
                if (began := time.monotonic()) >= until:
                    return
                line.sendall(asked)
                _whole(line)
                taken.append(time.monotonic() - began)


def _whole(line: socket.socket) -> None:
    """Read one answer to its end. Raises AssertionError for one that is no success."""
    got = line.recv(65536)
    while b"\r\n\r\n" not in got:
        got += line.recv(65536)
    head, _end, body = got.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head[:60]
    length = re.search(rb"(?i)content-length: (\d+)", head)
    assert length, head
    while len(body) < int(length[1]):
        body += line.recv(65536)


@contextmanager
def cached(nginx: str, folder: Path, site: Installation, port: int) -> Iterator[int]:
    """nginx with the shipped example, without its certificate, in front of the site; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        front = free.getsockname()[1]
    command = [sys.executable, "-m", "youju.cli.main", "service", "nginx", "--port", str(port)]
    shipped = subprocess.run(command, env=site.environment, check=True, capture_output=True, text=True).stdout
    config = folder / "nginx.conf"
    config.write_text(_with_plain_port(shipped, front, folder), "utf-8")
    with subprocess.Popen([nginx, "-p", str(folder), "-c", str(config), "-e", str(folder / "error.log")]) as running:
        _wait(front)
        yield front
        running.terminate()


def _with_plain_port(shipped: str, front: int, folder: Path) -> str:
    """The example as it is shipped, listening without a certificate and writing into a folder of its own."""
    plain = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", shipped, count=1, flags=re.DOTALL)
    plain = re.sub(r"    ssl_.*\n", "", plain).replace("listen 443 ssl;", f"listen {front};")
    plain = (
        plain.replace("/var/log/nginx", str(folder))
        .replace("/var/cache/nginx/youju", str(folder / "cache"))
        .replace("X-Forwarded-Proto $scheme", "X-None x")
    )
    folders = "".join(
        f"{kind}_temp_path {folder / kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    log = f"access_log off; error_log {folder / 'error.log'};"
    return (
        f"{'user root; ' if os.geteuid() == 0 else ''}daemon off; pid {folder / 'nginx.pid'}; worker_processes 2;\n"
        f"events {{ worker_connections 512; }}\nhttp {{ {log} {folders}\n{plain}}}\n"
    )


def _wait(port: int) -> None:
    for _try in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("nginx did not start")


if __name__ == "__main__":
    main()
