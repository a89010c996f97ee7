"""What a plan may ask for: what people do and write down, never what others say, ask or score.

A target for complaints, posts or "heat" would be met by making them; a quota of examination results is forbidden to
education bureaus (教育部: 严禁下达升学指标); satisfaction asked for is satisfaction made up.
"""

from youju.records.counting.measures import Measure
from youju.records.heads.sections import Section
from youju.records.kind import Kind, RecordKind
from youju.records.kinds import all_measures, find_measure, kinds, measures_of, section_of

# By the first part of a measure's code. plan: a plan that asks for plans kept would go round in a circle.
_NEVER_BEGINS = frozenset({"exam", "exams", "incidents", "inquiries", "plan", "rankings", "statements", "surveys"})
_NEVER_ENDS = frozenset({"answers", "issued", "posts", "satisfied", "suggestions"})


def may_be_planned(measure: Measure) -> bool:
    """Whether a plan may ask for so and so many of it: it adds up, it happens, and asking for it does no harm."""
    begins, _dot, ends = measure.code.partition(".")
    asked = begins not in _NEVER_BEGINS and ends not in _NEVER_ENDS
    return asked and measure.summed and not measure.lasting and not measure.internal


def countable() -> dict[str, Measure]:
    """The measures that a plan may ask for, by code. One query."""
    barred = {
        measure.code for kind in kinds() if not kind.every for measure in kind.measures
        if section_of(measure.code) == Section.INQUIRIES
    }  # fmt: skip
    return {code: each for code, each in all_measures().items() if may_be_planned(each) and code not in barred}


def find_countable(code: str) -> Measure | None:
    measure = find_measure(code)
    return measure if measure is not None and code in countable() else None


def kind_for(code: str) -> Kind | None:
    """The kind of record in which a measure is written down; None where it is opened or counted otherwise."""
    return next((kind for kind in kinds() if isinstance(kind, RecordKind) and not kind.every and
                 code in measures_of(kind)), None)  # fmt: skip
