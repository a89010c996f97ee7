"""What is missing for the next level: of each unit and title, against the newest checklist that leads there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from youju.orgs.units import Unit
from youju.records.accreditation.application.answers import Answer
from youju.records.accreditation.application.campaigns import held_now
from youju.records.accreditation.application.marks import Line, Sheet, answers_of, line_of
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.scoring import Score
from youju.records.accreditation.checklist.criteria import AGREED, GRADES, grade_word
from youju.records.accreditation.checklist.models import LEVELS_GRANTED, Checklist
from youju.records.accreditation.checklist.verbs import newest_versions


class Missing(NamedTuple):
    """One criterion that does not give all of its points yet, or shows nothing for what it asks."""

    line: Line
    grade: str
    lost: bool
    unshown: bool

    @property
    def word(self) -> str:
        return grade_word(self.line.criterion.sort, self.grade)


class Gap(NamedTuple):
    """Of a unit and a list: the level held, the one that comes next, and what is missing for it.

    application: the last for this title, by whose answers it is told; None where there is none: then nothing is known.
    by_experts: whether their grades are told, or the unit's own.
    """

    unit: Unit
    checklist: Checklist
    held: str
    wanted: str
    line: int
    application: Application | None
    score: Score | None
    by_experts: bool
    missing: tuple[Missing, ...]

    @property
    def reached(self) -> bool:
        return self.score is not None and self.score.reaches(self.line)


def gaps(units: Sequence[Unit], checklist: Checklist, today: date) -> list[Gap]:
    """Of each unit that has a level of this list before it, in their order. A few queries, however many units."""
    held, last = _held(units, checklist, today), _last(units, checklist)
    sheets = _sheets(last.values(), checklist)
    found = (_gap(unit, checklist, held.get(unit.pk, ""), last.get(unit.pk), sheets) for unit in units)
    return [gap for gap in found if gap is not None]


def gap_lists() -> list[Checklist]:
    """The newest version of each list."""
    return newest_versions(Checklist.objects.order_by("sort", "name", "version"))


def next_level(checklist: Checklist, held: str) -> str:
    """The lowest level above the one held to which the list leads; "" where there is none."""
    above = LEVELS_GRANTED[LEVELS_GRANTED.index(held) + 1 :] if held in LEVELS_GRANTED else LEVELS_GRANTED
    return next((level for level in above if level in checklist.lines), "")


def _held(units: Iterable[Unit], checklist: Checklist, today: date) -> dict[int, str]:
    """The highest level at which each unit holds the title."""
    rows = held_now(today).filter(unit__in=list(units), sort=checklist.sort, name=checklist.title)
    found: dict[int, str] = {}
    for unit, level in rows.values_list("unit", "level"):
        if level in LEVELS_GRANTED:
            found[unit] = max(found.get(unit, level), level, key=LEVELS_GRANTED.index)
    return found


def _last(units: Iterable[Unit], checklist: Checklist) -> dict[int, Application]:
    """The last application of each unit for the title of a list."""
    rows = Application.for_title(checklist).filter(unit__in=list(units))
    return {row.unit_id: row for row in rows.select_related("checklist").order_by("created_at")}


def _gap(
    unit: Unit, checklist: Checklist, held: str, last: Application | None, sheets: Mapping[int, Sheet]
) -> Gap | None:  # fmt: skip
    wanted = next_level(checklist, held)
    if not wanted:
        return None
    if last is None:
        return Gap(unit, checklist, held, wanted, checklist.lines[wanted], None, None, by_experts=False, missing=())
    sheet = sheets[last.pk]
    by_experts = sheet.graded > 0
    score = sheet.expert_score() if by_experts else sheet.own_score()
    missing = tuple(each for line in sheet.lines if (each := _missing(line, by_experts=by_experts)))
    return Gap(unit, checklist, held, wanted, checklist.lines[wanted], last, score, by_experts, missing)


def _sheets(applications: Iterable[Application], checklist: Checklist) -> dict[int, Sheet]:
    """The answers of each application, by its id, held against this list by the numbers of the criteria."""
    by_number: dict[int, dict[str, Answer]] = {application.pk: {} for application in applications}
    for (application, _criterion), answer in answers_of(by_number).items():
        by_number[application][answer.criterion.no] = answer
    leaves = checklist.leaves()
    return {
        pk: Sheet(tuple(line_of(criterion, answers.get(criterion.no)) for criterion in leaves))
        for pk, answers in by_number.items()
    }


def _missing(line: Line, *, by_experts: bool) -> Missing | None:
    answer = line.answer
    grade = "" if answer is None else answer.expert_grade if by_experts else answer.grade
    applies = answer is None or not (grade == AGREED if by_experts else answer.not_applicable)
    lost = applies and (grade != GRADES[0] or not line.supported)
    unshown = applies and bool(line.criterion.wants) and not line.standing
    return Missing(line, grade, lost, unshown) if lost or unshown else None
