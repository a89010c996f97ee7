"""Lines of a pdf that a margin broke and that ``flowing`` left broken, because their first indent is not in the file.

A line that is long and ends where no sentence does goes on in the next one, unless that one begins with a number of
its own (一、 （二） 3.). Only of pdf: in any other file a line is what its writer made a line.
"""

import re

_STOPS = "。！？；：!?;:…”）)》"
_LONG = 20  # characters; what is shorter is a heading or a cell
_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.、．](?![0-9])|第[一二三四五六七八九十]+部分"
)
_WORDS = re.compile("[，、的了和在]")


def rejoined(text: str) -> str:
    """The text with such lines joined."""
    out: list[str] = []
    for line in text.split("\n"):
        if out and _goes_on(out[-1]) and line.strip() and not _ANEW.match(line.strip()):
            out[-1] += line.strip()
        else:
            out.append(line)
    return "\n".join(out)


def _goes_on(line: str) -> bool:
    words = line.rstrip()
    return (
        len(words) >= _LONG
        and words[-1] not in _STOPS
        and "\t" not in words
        and not _ANEW.match(words.lstrip())
        and _WORDS.search(words) is not None
    )
