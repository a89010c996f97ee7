"""Setting a document with typst, in a process beside this one.

typst keeps in memory whatever it has set, for as long as its process lives. So a process of its own does it, which is
warm for the next document, and ends after some of them or when nobody has asked for a while.
"""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer

from youju.lib import typesetter
from youju.lib.typesetter import FAILED, HEADER

_SECONDS = 120
_PROGRAM = Path(typesetter.__file__)
_lock = Lock()
_running: list["subprocess.Popen[bytes]"] = []


class NotTypeset(RuntimeError):
    """The template is at fault, or the process ended: typst's own words."""


def typeset(template: Path, inputs: dict[str, str], fonts: Path | None = None) -> bytes:
    """The PDF of a template. inputs: what it reads as ``sys.inputs``; fonts: a folder of more fonts.

    One at a time. Raises NotTypeset.
    """
    job = {"template": str(template), "inputs": inputs, "fonts": str(fonts or "")}
    asked = json.dumps(job).encode() + b"\n"
    with _lock:
        # The one before may have ended just now, having served its number: then a fresh one does it.
        answer = _ask(_worker(), asked) or _ask(_worker(), asked)
    if answer is None:
        raise NotTypeset("the process that sets documents ended")
    failed, content = answer
    if failed:
        raise NotTypeset(content.decode())
    return content


def _worker() -> "subprocess.Popen[bytes]":
    if not _running or _running[0].poll() is not None:
        _running[:] = [
            subprocess.Popen([sys.executable, "-P", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        ]
    return _running[0]


def _ask(worker: "subprocess.Popen[bytes]", asked: bytes) -> tuple[bool, bytes] | None:
    """Whether it failed, and the document or what is wrong with it; None where the process has ended."""
    assert worker.stdin is not None and worker.stdout is not None
    patience = Timer(_SECONDS, worker.kill)
    patience.start()
    try:
        worker.stdin.write(asked)
        worker.stdin.flush()
        head = worker.stdout.read(HEADER.size)
        if len(head) == HEADER.size:
            state, size = HEADER.unpack(head)
            content = worker.stdout.read(size)
            if len(content) == size:
                return state == FAILED, content
    except BrokenPipeError:
        pass
    finally:
        patience.cancel()
    _end(worker)
    return None


def _end(worker: "subprocess.Popen[bytes]") -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        with suppress(BrokenPipeError):
            if pipe is not None:
                pipe.close()
