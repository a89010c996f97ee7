"""How much memory the site keeps after a hundred check sheets as PDF, and how long a sheet takes.

Run: .venv/bin/python -m tests.bench.bench_memory [SHEETS]. Builds the demo bureau in a temporary folder and serves it.
Target: the server at or below 250 MB afterwards.
"""

import re
import subprocess
import sys
import tempfile
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from tests.bench.bench_draft import the_draft
from tests.machine.installation import Installation

TARGET = 250


def main() -> None:
    sheets = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as home:
        site = Installation(Path(home))
        subprocess.run(
            [sys.executable, "-m", "youju.cli.main", "demo", "--year", "2025", "--no-serve"],
            env=site.environment, check=True, capture_output=True,
        )  # fmt: skip
        with site.serving() as port:
            report(site, f"http://127.0.0.1:{port}", sheets)


def report(site: Installation, url: str, sheets: int) -> None:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    secret = (site.home / "demo-password.txt").read_text("utf-8").strip()
    sent(browser, f"{url}/login/", username="officer", password=secret)
    say("after the log-in", site)
    text, took = the_draft(), []
    for number in range(sheets):
        began = time.monotonic()
        form = {"text": f"第{number}稿。{text}", "title": "总结", "period": "2025", "as": "pdf"}
        assert sent(browser, f"{url}/check/sheet", **form).startswith(b"%PDF")
        took.append(time.monotonic() - began)
        if number + 1 in {1, 10, sheets}:
            say(f"after {number + 1} sheets", site)
    print(f"a sheet takes {sorted(took)[sheets // 2] * 1000:.0f} ms (the first {took[0] * 1000:.0f} ms)")
    print("target reached" if max(resident(pid) for pid in site.processes()[:1]) <= TARGET else "TARGET MISSED")


def sent(browser: OpenerDirector, address: str, **fields: str) -> bytes:
    page = browser.open(address.removesuffix("sheet")).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    body = urlencode(fields | {"csrfmiddlewaretoken": token[1]}).encode()
    content: bytes = browser.open(address, body).read()
    return content


def say(when: str, site: Installation) -> None:
    server, *others = (resident(pid) for pid in site.processes())
    print(f"{when}: server {server} MB, setting documents {sum(others)} MB")


def resident(pid: int) -> int:
    """Megabytes of memory that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


if __name__ == "__main__":
    main()
