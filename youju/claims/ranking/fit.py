"""Which candidates a claim can speak of at all: of its sort of number, and counted with its measure word."""

import re

from youju.claims.candidates.candidate import Candidate
from youju.claims.lexicon.measure_words import class_of, counts_loosely, counts_otherwise, may_count
from youju.claims.reading import Claim
from youju.orgs.units import UnitKind

_BODY = "body"
_KINDS = (
    (UnitKind.TOWN, re.compile(r"(?:乡镇|镇|乡|街道)")),
    (UnitKind.SCHOOL, re.compile(r"(?:[\u4e00-\u9fff、]{0,5}(?:学校|中学|小学|幼儿园))")),
    (_BODY, re.compile("集体|单位|科室")),
)


def counted_kind(text: str, claim: Claim) -> str:
    """The kind of unit a claim counts, from the noun behind its measure word; "" where it counts something else."""
    for kind, noun in _KINDS:
        if noun.match(text, claim.end):
            return kind
    return ""


def fits(claim: Claim, one: Candidate, kind: str) -> bool:
    """Whether a candidate gives the sort of number that the claim states. kind: of the units it counts."""
    if one.form == "percent":
        return claim.kind == "percent"
    if one.form == "rank":
        return claim.kind == "rank"
    if kind and one.indicator.unit_kind and kind not in one.indicator.unit_kind:
        return False
    if kind == _BODY and class_of(one.word) == "person":  # 9个集体
        return False
    by_word = may_count, counts_otherwise, counts_loosely
    return claim.kind in ("count", "amount") and any(counts(claim, one.word) for counts in by_word)
