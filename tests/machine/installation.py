"""An installation of its own: a home, a process that serves it, and commands run in its environment."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, build_opener

_CAST = """
import django; django.setup()
from youju.cli.database import migrate; migrate()
from tests.records.cast import make_cast; make_cast()
"""
_WORK = """
from tests.records.cast import verified, visits
from youju.orgs.members import Member
bob, alice = (Member.objects.get(username=name) for name in ("bob", "alice"))
verified(visits(bob, bob.unit, 17), bob, alice)
"""
_SECONDS_TO_START = 60


class _Still(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """An answer is an answer."""


class Installation:
    def __init__(self, home: Path, **options: str) -> None:
        self.home = home
        without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = without | {"YOUJU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "youju.config.settings"}
        self.environment |= {"PYTHONPATH": str(Path.cwd()), "YOUJU_TICK_MINUTES": "0"} | options
        self.port = free_port()

    def found(self, *, work: bool = False) -> "Installation":
        """Make the tables and the fixed cast; work: and one record of 17 households, verified."""
        subprocess.run([sys.executable, "-c", _CAST + _WORK * work], env=self.environment, check=True)
        return self

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        program = [sys.executable, "-m", "youju.cli.main", *command]
        return subprocess.run(program, env=self.environment, capture_output=True, text=True, timeout=120)

    @contextmanager
    def serving(self) -> Iterator[int]:
        """``youju serve`` on a free port; yields the port."""
        program = [sys.executable, "-m", "youju.cli.main", "serve", "--port", str(self.port)]
        process = subprocess.Popen(program, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process = process
        try:
            self._wait(process)
            yield self.port
        finally:
            self.end()

    @property
    def pid(self) -> int:
        return self.process.pid

    def end(self) -> None:
        """Kill the server and wait until it is gone; nothing where it is gone already."""
        self.process.kill()
        self.process.wait()

    def processes(self) -> list[int]:
        """The server that runs now, and then those it has started."""
        children = Path(f"/proc/{self.pid}/task").glob("*/children")
        return [self.pid, *sorted({int(pid) for file in children for pid in file.read_text().split()})]

    def _wait(self, process: "subprocess.Popen[bytes]") -> None:
        began = time.monotonic()
        while not self._answers():
            if process.poll() is not None or time.monotonic() - began > _SECONDS_TO_START:
                raise RuntimeError("the site did not start")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            build_opener(_Still).open(f"http://127.0.0.1:{self.port}/login/", timeout=5).close()
        except HTTPError:
            return True
        except (URLError, OSError):
            return False
        return True


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
