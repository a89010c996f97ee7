"""What is asked once within a request, however often it is needed: the settings, the calendar.

Only of what one verb alone changes, which then has it forgotten. Outside of ``asked_once`` each question is asked anew.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

_Answer = TypeVar("_Answer")

_KEPT: ContextVar[dict[Hashable, object] | None] = ContextVar("once", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Within it each question has one answer until it is forgotten."""
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def once(question: Callable[[], _Answer]) -> _Answer:
    """The answer to a question, which is a function of a module: it is asked unless it was already."""
    kept = _KEPT.get()
    if kept is None:
        return question()
    if question not in kept:
        kept[question] = question()
    return kept[question]  # type: ignore[return-value]  # it was kept under the question that gave it


def forget(question: Callable[[], object]) -> None:
    """Ask it anew: what it tells was changed."""
    if (kept := _KEPT.get()) is not None:
        kept.pop(question, None)
