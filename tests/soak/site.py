"""The site as a process of its own, which can be killed like a power cut and started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

_SECONDS_TO_START = 60


class Site:
    """``youju serve`` on a free port of this machine, with the environment of this process."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start it and return after how many seconds it answered."""
        began = time.monotonic()
        command = [sys.executable, "-m", "youju.cli.main", "serve", "--port", str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() - began > _SECONDS_TO_START:
                raise RuntimeError("the site did not start")
            time.sleep(0.05)
        return time.monotonic() - began

    def kill(self) -> None:
        """SIGKILL: no handler runs, nothing is flushed."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/login/", timeout=5):
                return True
        except HTTPError:
            return True
        except (URLError, OSError):
            return False
