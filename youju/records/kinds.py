"""The explicit list of kinds. To add one: copy the folder of the kind most like it, and name it here."""

from functools import cache

from youju.records.kind import Kind
from youju.records.measures import Measure
from youju.records.refs import kind_code
from youju.records.statistics.kind import STATISTICS
from youju.records.study.kind import STUDY

KINDS = (STUDY, STATISTICS)


def kind_of(ref: str) -> Kind | None:
    """The kind a reference belongs to, or None."""
    return find_kind(kind_code(ref))


def find_kind(code: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.code == code), None)


@cache
def all_measures() -> dict[str, Measure]:
    """Every measure by its code."""
    return {measure.code: measure for kind in KINDS for measure in kind.measures}
