"""Nothing is counted twice: neither an opening figure beside records of its time, nor records beside it.

A total covers its measure, in the categories and levels it names, for its unit and all below it, from its first day to
its last. What is in force covers everything before its day; by name (a title, a rule) only the thing of that name.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import QuerySet

from youju.ledger.facts import FactLine
from youju.ledger.reading import Fact, live_facts
from youju.lib.periods import yyyymm
from youju.orgs.tree import timeline
from youju.records.counting.measures import Measure
from youju.records.counting.own_measures import own_measures
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.kind import Counted
from youju.records.kinds import declared_measures
from youju.records.opening.errors import CountedInOpening, OpeningCountsTwice
from youju.records.opening.models import OpeningFigure

_NARROWS = ("category", "level", "occasion")


def refuse_doubled(counted: Sequence[Counted]) -> None:
    """Raise CountedInOpening or OpeningCountsTwice where one of the rows would count what is counted."""
    if not _may_double(counted):
        return
    measures = declared_measures() | own_measures()
    summed = {code for code, measure in measures.items() if measure.summed}
    wanted = {fact.measure for _row, facts in counted for fact in facts} & summed
    standing = _standing(wanted, measures)
    told_by = {other.ref: _measures_of(other) & summed for other in standing}
    for row, facts in counted:
        told = [fact for fact in facts if fact.measure in wanted]
        if isinstance(row, OpeningFigure):
            own = _measures_of(row) & summed
            _refuse_opening(row, told, [other for other in standing if own & told_by[other.ref]])
        else:
            _refuse_record(row, told, standing)


def _may_double(counted: Sequence[Counted]) -> bool:
    """Whether there is an opening figure among them, or one that tells of a day of which records count something."""
    if any(isinstance(row, OpeningFigure) for row, _facts in counted):
        return True
    first = min((fact.day for _row, facts in counted for fact in facts), default=None)
    if first is None:
        return False
    # By the heads of the kind: joined to them, all that was ever verified would be looked at.
    told = Ledgered.objects.filter(kind="opening", state=State.VERIFIED, happened__gte=first)
    return told.order_by().exists()


def _standing(wanted: set[str], measures: Mapping[str, Measure]) -> list[OpeningFigure]:
    """The verified opening figures of these measures; a part brings its whole, so those of which one is the whole."""
    sorts = wanted | {code for code, measure in measures.items() if measure.whole in wanted}
    verified = OpeningFigure.objects.filter(state=State.VERIFIED, sort__in=sorts).select_related("unit", "occasion")
    return list(verified) if sorts else []


def _refuse_record(row: Ledgered, facts: Iterable[FactLine], standing: Iterable[OpeningFigure]) -> None:
    for opening in standing:
        for fact in facts:
            if fact.day <= opening.happened and _covers(opening, fact, row.title):
                raise CountedInOpening(
                    title=row.title, day=row.happened, opening=opening.title, until=opening.happened
                )  # fmt: skip


def _refuse_opening(row: OpeningFigure, facts: Iterable[FactLine], standing: Iterable[OpeningFigure]) -> None:
    for other in standing:
        if other.ref != row.ref and _collide(row, other):
            raise OpeningCountsTwice(title=row.title, other=other.title)
    for fact in facts:
        for found in _counted_before(row, fact):
            title = _title(found.entry.record_ref)
            if _covers(row, _line(found), title):
                raise OpeningCountsTwice(title=row.title, other=title)


def _counted_before(row: OpeningFigure, line: FactLine) -> QuerySet[Fact]:
    """What records have posted of a line's measure in the time that an opening figure tells of."""
    found = live_facts().filter(measure=line.measure, day__lte=row.happened).select_related("entry")
    narrow = {name: getattr(line, name) for name in _NARROWS if getattr(line, name)}
    if row.counted_from is not None:
        narrow |= {"day__gte": row.counted_from, "period__gte": yyyymm(row.counted_from)}
    return found.filter(period__lte=yyyymm(row.happened), **narrow).exclude(entry__record_ref__startswith="opening-")


def _covers(opening: OpeningFigure, fact: FactLine, title: str) -> bool:
    """Whether an opening figure holds a fact of a day up to its own."""
    if opening.counted_from is not None and fact.day < opening.counted_from:
        return False
    line = next((each for each in opening.own_facts() if each.measure == fact.measure), None)
    if line is None or any(getattr(line, name) not in ("", getattr(fact, name)) for name in _NARROWS):
        return False
    if opening.by_name:
        return fact.unit == line.unit and (bool(line.category) or _plain(title) == _plain(opening.title))
    return line.unit in timeline().above(fact.unit, yyyymm(fact.day))


def _collide(one: OpeningFigure, other: OpeningFigure) -> bool:
    """Whether two opening figures of the same measure, or of a part and its whole, count something of each other."""
    if _apart(one, other):
        return False
    if one.by_name and other.by_name:
        return one.unit_id == other.unit_id and _plain(one.title) == _plain(other.title)
    codes, month = (one.unit.code, other.unit.code), yyyymm(max(one.happened, other.happened))
    return codes[0] in timeline().above(codes[1], month) or codes[1] in timeline().above(codes[0], month)


def _measures_of(row: OpeningFigure) -> set[str]:
    return {fact.measure for fact in row.own_facts()}


def _apart(one: OpeningFigure, other: OpeningFigure) -> bool:
    """Whether they are of different categories or levels, or of different times."""
    for a, b in ((one.category, other.category), (one.level, other.level), (one.occasion_id, other.occasion_id)):
        if a and b and a != b:
            return True
    first, second = sorted((one, other), key=lambda each: each.happened)
    return second.counted_from is not None and first.happened < second.counted_from


def _line(fact: Fact) -> FactLine:
    return FactLine(**{name: getattr(fact, name) for name in FactLine._fields})


def _title(ref: str) -> str:
    return Ledgered.objects.filter(ref=ref).values_list("title", flat=True).first() or ref


def _plain(title: str) -> str:
    return "".join(title.lower().split())
