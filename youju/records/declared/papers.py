"""Papers that a case comes to, as a certificate, and what a stranger who holds one is told of it."""

from typing import NamedTuple


class PaperFile(NamedTuple):
    """name: of the file. content: a PDF."""

    name: str
    content: bytes


class Vouched(NamedTuple):
    """What is said of a paper to whoever has its code. valid: whether it holds now. state: that in words.

    said: labels and values, no more than stands on the paper; names of persons are masked.
    """

    paper: str
    valid: bool
    state: str
    said: tuple[tuple[str, str], ...]
