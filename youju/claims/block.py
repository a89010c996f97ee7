"""Which candidates a claim can speak of at all: of its sort of number, and counted with its measure word."""

import re

from youju.claims.candidates import Candidate
from youju.claims.reading import Claim
from youju.claims.words import counts_otherwise, may_count
from youju.orgs.units import UnitKind

# A growth or a fall is not the figure itself.
_CHANGE = re.compile(r"(?:增长|增加|提高|提升|上升|下降|减少|降低|增幅|降幅|上涨|回落|压减)了?(?:约|近|超)?$")
_COMPARED = re.compile("[比较]|同期|相比")
_VERB = 6

_KINDS = (
    (UnitKind.TOWN, re.compile(r"(?:乡镇|镇|乡|街道)")),
    (UnitKind.SCHOOL, re.compile(r"(?:[\u4e00-\u9fff、]{0,5}(?:学校|中学|小学|幼儿园))")),
)


def is_change(text: str, claim: Claim) -> bool:
    """Whether the claim says by how much something changed: 增长12%, 比上年增加20篇; not 增长到12%."""
    if claim.unit.endswith("百分点"):
        return True
    if not _CHANGE.search(text, max(claim.clause[0], claim.start - _VERB), claim.start):
        return False
    return claim.kind in ("percent", "ratio") or bool(_COMPARED.search(text, claim.clause[0], claim.start))


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
    return claim.kind in ("count", "amount") and (may_count(claim, one.word) or counts_otherwise(claim, one.word))
