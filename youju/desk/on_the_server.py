"""Advice that is carried out on the server: whoever reads it on a page may have no way to it."""

import re
from collections.abc import Iterable

_OF_THE_SERVER = re.compile(r"\byouju [a-z]|\bYOUJU_[A-Z]|\bDATABASE_URL\b")


def asks_for_the_server(sentences: Iterable[str]) -> bool:
    """Whether any sentence names a command or an option, which nobody types into a page."""
    return any(_OF_THE_SERVER.search(sentence) for sentence in sentences)
