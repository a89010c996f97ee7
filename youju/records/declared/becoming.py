"""What a case leads to as a record: the kind, and what the draft begins with."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from youju.records.heads.attachments import Attachment
from youju.records.heads.refs import derived_ref, kind_code


class Becoming(NamedTuple):
    """kind: the code of the record's kind. values: of a case, cleaned values of its form; None while it is early.

    after: moves by which the draft is begun without being asked for, in the name of whoever opened the case.
    on: the move that writes the record and hands it in, where it does not wait for somebody to press. evidence: what
    of the case then goes beside the record, and role: as what.
    """

    kind: str
    values: Callable[[Any], dict[str, Any] | None]
    after: tuple[str, ...] = ()
    on: str = ""
    evidence: Callable[[Any], Iterable[Attachment]] = lambda _case: ()
    role: str = ""


def begun(kind: str, case_ref: str) -> str:
    """The reference of the record that comes of a case: always the same, so that it is written once."""
    return derived_ref(kind, (case_ref,))


def comes_of(one: str, other: str) -> bool:
    """Whether of two references one is of the record that comes of the other's case: they tell of one thing, once."""
    return begun(kind_code(one), other) == one or begun(kind_code(other), one) == other
