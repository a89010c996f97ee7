"""The process that sets documents: a line of JSON in, a document out, until it has set its number or waited long."""

import json
import select
import sys
from pathlib import Path
from struct import Struct
from typing import Any

DONE, FAILED = 0, 1
HEADER = Struct("!BQ")
DOCUMENTS, IDLE_SECONDS = 40, 60.0


def main() -> None:
    """Serve until the other side has gone, nobody asks any more, or enough documents are in memory."""
    import typst  # only here: whoever asks for documents needs no typst in memory

    compilers: dict[str, Any] = {}
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    for _ in range(DOCUMENTS):
        if not select.select([asked], [], [], IDLE_SECONDS)[0] or not (line := asked.readline()):
            return
        job = json.loads(line)
        if job["fonts"] not in compilers:
            compilers[job["fonts"]] = typst.Compiler(font_paths=[job["fonts"]] if job["fonts"] else [])
        state, content = _set(compilers[job["fonts"]], job)
        answers.write(HEADER.pack(state, len(content)) + content)
        answers.flush()


def _set(compiler: Any, job: dict[str, Any]) -> tuple[int, bytes]:
    try:
        root = str(Path(job["template"]).parent)  # a template reads nothing outside its own folder
        return DONE, compiler.compile(input=job["template"], root=root, sys_inputs=job["inputs"])
    except Exception as error:  # the template's fault: said to whoever asked
        return FAILED, str(error).encode()


if __name__ == "__main__":
    main()
