"""Surveys of a demo year: one after each review meeting, and one that is still running at the year's end."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from youju.lib.spread import about_evenly, evenly, fill
from youju.orgs.members import Member
from youju.records.declared.planned import PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.heads.ledgered import Ledgered
from youju.records.reviews.survey.answering import survey_answer
from youju.records.reviews.survey.counting import Counted, counts_enter
from youju.records.reviews.survey.issuing import sheets_issue
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.tallies import Method

# So many schools ask by code on a telephone, and one by a service; the others and the towns on paper.
_BY_TICKETS = 3
_ASKED = (
    {"text": "您对本地教育工作总体是否满意", "form": "choice", "options": "满意、基本满意、不满意、不了解",
     "satisfied": "满意、基本满意"},
    {"text": "您给学校的办学行风打几分", "form": "scale", "options": "1-5", "satisfied": "4-5"},
    {"text": "您最希望改进的一件事", "form": "text", "options": "", "satisfied": ""},
)  # fmt: skip
_NEEDED = (
    {"text": "您是否需要寒假托管", "form": "choice", "options": "需要、不需要、看情况", "satisfied": ""},
    {"text": "您的建议", "form": "text", "options": "", "satisfied": ""},
)
_TEXTS = ("希望晚一点放学", "门口的路该修了", "多组织体育活动", "食堂可以再好一点", "老师很负责")


def planned(scene: Scene) -> Iterator[PlannedCase]:
    numbers = scene.numbers
    towns, schools = evenly(scene.towns, numbers["review_towns"]), evenly(scene.direct, numbers["review_schools"])
    units = [*towns, *schools]
    answers = about_evenly(numbers["satisfied"] + numbers["dissatisfied"], len(units), scene.chance)
    others = fill(numbers["dissatisfied"], answers, scene.chance)
    by_tickets = set(schools[:_BY_TICKETS])
    for unit, asked, other in zip(units, answers, others, strict=True):
        method = Method.TICKETS if unit in by_tickets else Method.SERVICE if unit == schools[-1] else Method.PAPER
        yield _after_meeting(scene, unit, _chosen(scene, asked, other), method)
    yield _running(scene)


def handed_out(answers: int) -> int:
    """Sheets handed out where so many came back: one in thirty keeps his."""
    return answers + answers // 30


def _chosen(scene: Scene, asked: int, other: int) -> list[int]:
    """What each of so many chose at the first question, of whom ``other`` were not satisfied."""
    pleased = [scene.chance.choice((1, 1, 1, 2)) for _answer in range(asked - other)]
    return [*pleased, *(scene.chance.choice((3, 3, 4)) for _answer in range(other))]


def _after_meeting(scene: Scene, unit: str, chosen: Sequence[int], method: Method) -> PlannedCase:
    """Opened on 1 December, after the last meeting; closed a week later by somebody who typed no numbers."""
    title, first = f"{scene.name(unit)}教育行风评议满意度测评", date(scene.year, 12, 1)
    points = [scene.chance.choice((4, 5)) if option < 3 else scene.chance.choice((2, 3)) for option in chosen]
    texts = scene.chance.sample(_TEXTS, 2)
    answers = partial(_answer if method == Method.TICKETS else _type_in, chosen=chosen, points=points, texts=texts)
    how = {} if method == Method.TICKETS else {"method": method}
    paper = scene.paper(f"{title}统计表", f"收回答卷{len(chosen)}份。", day=date(scene.year, 12, 8), form="pdf")
    closer = "liaison" if method == Method.TICKETS else "colleague"
    moves = (
        PlannedMove("start", first),
        PlannedMove(answers, date(scene.year, 12, 3), values=how),
        PlannedMove("close", date(scene.year, 12, 8), closer, papers=(paper,)),
    )
    values = _values(first, date(scene.year, 12, 5), "guests", _ASKED) | {"review": partial(_meeting, unit, scene.year)}
    return PlannedCase("survey", unit, title, first, values, moves=moves)


def _running(scene: Scene) -> PlannedCase:
    """Of the school whose liaison has a password: at the year's end it takes answers."""
    unit, first = scene.member("liaison").unit, date(scene.year, 12, 22)
    assert unit is not None  # every account of the demo has a unit
    answers = partial(_answer, chosen=[1, 1, 2, 3, 1, 1, 2, 1, 3, 1, 1], texts=_TEXTS[:1], sheets=40)
    moves = (
        PlannedMove("start", first),
        PlannedMove(answers, date(scene.year, 12, 26)),
        PlannedMove("close", date(scene.year + 1, 1, 12)),
    )
    values = _values(first, date(scene.year + 1, 1, 9), "parents", _NEEDED) | {"review": None}
    return PlannedCase("survey", unit.code, "寒假托管需求调查", first, values, moves=moves)


def _values(first: date, last: date, audience: str, questions: Sequence[dict[str, str]]) -> dict[str, Any]:
    note = "不记名，请按您的真实感受作答。"
    return {"happened": first, "due_on": last, "audience": audience, "note": note, "questions": list(questions)}


def _meeting(unit: str, year: int) -> Ledgered | None:
    return Ledgered.objects.filter(kind="meeting", unit__code=unit, happened__year=year).order_by("pk").first()


def _type_in(
    *, case: Survey, actor: Member, method: Method, chosen: Sequence[int], points: Sequence[int], texts: Sequence[str]
) -> None:
    """The liaison types the counted sheets."""
    counts = {(1, option): chosen.count(option) for option in set(chosen)}
    counts |= {(2, point): points.count(point) for point in set(points)}
    counted = Counted(handed_out(len(chosen)), len(chosen), counts, {3: texts})
    counts_enter(survey=case, unit=case.unit, method=method, counted=counted, actor=actor)


def _answer(
    *, case: Survey, actor: Member, chosen: Sequence[int], texts: Sequence[str], points: Sequence[int] = (),
    sheets: int = 0,
) -> None:  # fmt: skip
    """Sheets are printed, and answered one by one. sheets: how many; what fits the answers unless it is given."""
    box = 3 if points else 2
    (given,) = sheets_issue(survey=case, counts={case.unit: sheets or handed_out(len(chosen))}, actor=actor)
    for place, (code, option) in enumerate(zip(given.codes, chosen, strict=False)):
        rest = {2: points[place]} if points else {}
        said = {box: texts[place]} if place < len(texts) else {}
        survey_answer(code=code, chosen={1: option} | rest, texts=said)
