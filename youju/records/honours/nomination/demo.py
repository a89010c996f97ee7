"""Selections of the later demo year, of pupils and of teachers, from call to certificates; and one by way of a town."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from youju.orgs.actors import CONSOLE
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.rosters import person_add
from youju.records.declared.planned import Planned, PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.honours.nomination.scoring import sheet_hand_in, sheet_save, to_be_scored
from youju.records.honours.round.bases import QuotaBy
from youju.records.honours.round.choosing import ranked
from youju.records.honours.round.models import Round
from youju.records.honours.round.panel import panelist_add
from youju.records.honours.title.models import Title

_DAY = timedelta(days=1)
_PANEL = ("何松年", "许静秋", "陶书远")
_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕", ("小禾", "一诺", "子舟", "语桐", "嘉木", "安然", "思源")
_PUPIL, _TEACHER = "pupil", "teacher"


class _Selection(NamedTuple):
    """code: of the title. number: of the demo's numbers. more: nominated beyond it. call, decided: month and day."""

    code: str
    title: str
    number: str
    more: int
    who: str
    call: tuple[int, int]
    decided: tuple[int, int]
    asked: str
    occasion: str = ""


_SELECTIONS = (
    _Selection(
        "youth-model", "最美少年标兵评选", "youth_models", 2, _PUPIL, (3, 16), (6, 1), "品德优良，事迹感人。",
    ),
    _Selection("youth", "最美少年评选", "youths", 3, _PUPIL, (3, 16), (6, 1), "品德优良，乐于助人，热爱劳动。"),
    _Selection(
        "advanced-person", "“榜样的力量”先进人物评选", "advanced_persons", 4, _TEACHER, (6, 18), (9, 9),
        "立德树人，扎根一线，群众认可。", "role-models",
    ),
)  # fmt: skip
# How far the nominations are of the selection that has begun: of the town's schools, and of those below the bureau.
_BY_TOWN = (("pass", "accept"), ("pass", "accept"), ("pass",), ("send_back",), ())
_STRAIGHT = (("accept",), ())
_ASKED_AGAIN = "请补充近三年的具体事迹和群众评价，再报镇里。"
_DEEDS = {
    _PUPIL: "坚持照顾行动不便的邻居，带动班级成立互助小组。",
    _TEACHER: "扎根教学一线，带教青年教师，班级学生全部参加社团。",
}


def begin(scene: Scene) -> None:
    """Put the pupils who are nominated on their rosters; a guardian of most has agreed that the name is told."""
    if scene.before is not None:
        _enrol(scene, [code for each in _SELECTIONS if each.who == _PUPIL for code in _units(scene, each)])


def planned(scene: Scene) -> Iterator[Planned | PlannedCase]:
    """In the earlier year award lists alone tell whom the bureau honoured."""
    if scene.before is None:
        return
    for selection in _SELECTIONS:
        yield from _whole(scene, selection)
    yield from _begun(scene)


def _enrol(scene: Scene, units: Sequence[str]) -> None:
    names = scene.chance.sample([family + given for family in _SURNAMES for given in _GIVEN], len(units))
    for place, (code, name) in enumerate(zip(units, names, strict=True)):
        pupil = person_add(
            name=name, unit=scene.unit(code), actor=CONSOLE, post="学生", since=date(scene.year - 1, 9, 1),
            minor_until=date(scene.year + 5, 8, 31),
        )  # fmt: skip
        if place % 3:
            consent_give(
                person=pupil, purpose=Purpose.PUBLIC_NAME, by=Giver.GUARDIAN, on=date(scene.year, 1, 1),
                reference=f"监护人同意书第{place}号", actor=scene.member("officer"),
            )  # fmt: skip


def _units(scene: Scene, selection: _Selection) -> Sequence[str]:
    """The schools that nominate one each: those of both selections of pupils are others."""
    places = scene.numbers[selection.number] + selection.more
    first = 0 if selection is not _SELECTIONS[1] else scene.numbers[_SELECTIONS[0].number] + _SELECTIONS[0].more
    return scene.schools[first : first + places]


def _whole(scene: Scene, selection: _Selection) -> Iterator[PlannedCase]:
    """From the call to the certificates."""
    day, decided = date(scene.year, *selection.call), date(scene.year, *selection.decided)
    noticed, units = decided - 15 * _DAY, _units(scene, selection)
    decision = scene.paper(f"{selection.title}表彰决定", "名单见附件。", day=decided, form="pdf")
    moves = (
        PlannedMove("begin", day, "officer", papers=(scene.paper(f"{selection.title}通知", day=day, form="pdf"),)),
        PlannedMove("to_panel", noticed - 8 * _DAY, "officer"),
        PlannedMove(_scored(scene.chance), noticed - 4 * _DAY, "officer"),
        PlannedMove("list", noticed - _DAY, "officer", {"picks": _best}),
        PlannedMove("publish", noticed, "officer", {"posted_at": "局网站、各校公告栏", "contact": "85550002"}),
        PlannedMove(
            "decide", decided, "signer", {"document": _symbol(scene, selection), "decided_on": decided},
            papers=(decision,),
        ),
        PlannedMove("award", decided, "officer"),
    )  # fmt: skip
    yield _called(scene, selection, day, units, selection.title, moves)
    for code in units:
        handed = scene.worked(day + scene.chance.randint(5, 12) * _DAY)
        yield _nomination(scene, selection.title, code, handed, selection.who, ("accept",))


def _begun(scene: Scene) -> Iterator[PlannedCase]:
    """One that is open at the end of the year: schools of a town hand up to the town, the others to the bureau."""
    day, town = date(scene.year, 12, 8), scene.member("town").unit
    assert town is not None  # every account of the demo has a unit
    schools, direct = [code for code in scene.schools if scene.above(code) == town.code], scene.direct[:5]
    selection = _SELECTIONS[2]._replace(
        code="good-person",
        title="身边好人评选",
        number="",
        occasion="",
        asked="敬业奉献、助人为乐、诚实守信。",
    )
    opened = PlannedMove("begin", day, "officer")
    yield _called(scene, selection, day, [*schools, *direct], selection.title, (opened,), most=3, by_town=True)
    for code, steps in [*zip(schools, _BY_TOWN, strict=False), *zip(direct, _STRAIGHT, strict=False)]:
        handed = scene.worked(day + scene.chance.randint(3, 9) * _DAY)
        yield _nomination(scene, selection.title, code, handed, selection.who, steps)


def _called(
    scene: Scene,
    selection: _Selection,
    day: date,
    units: Sequence[str],
    title: str,
    moves: tuple[PlannedMove, ...],
    most: int = 0,
    by_town: bool = False,
) -> PlannedCase:
    code = selection.code
    values = {
        "award": lambda: Title.objects.get(code=code), "due_on": day + 20 * _DAY, "note": selection.asked,
        "most": most or scene.numbers[selection.number], "nominees": len(units), "by_town": by_town,
        "quota_by": QuotaBy.ROSTER.value,
        "occasion": scene.occasion(selection.occasion) if selection.occasion else None,
        "criteria": [{"text": "主要事迹", "points": 60}, {"text": "群众评价", "points": 40}],
        "quotas": [
            {"unit": scene.unit(each), "base": len(scene.roster(each)), "places": 1} for each in units
        ],
    }  # fmt: skip
    return PlannedCase("round", scene.county, title, day, values, "officer", moves)


def _nomination(
    scene: Scene, title: str, code: str, day: date, who: str, steps: Sequence[str]
) -> PlannedCase:  # fmt: skip
    """Two days later somebody else takes each of the steps: the town or the bureau."""
    values = {
        "selection": lambda: Round.objects.get(title=title), "person": lambda: _nominee(code, who, title),
        "note": _DEEDS[who],
    }  # fmt: skip
    by = {"pass": "town", "send_back": "town", "accept": "officer"}
    moves = tuple(
        PlannedMove(
            step,
            scene.worked(day + (2 + place) * _DAY),
            by[step],
            reason=_ASKED_AGAIN if step == "send_back" else "",
        )
        for place, step in enumerate(steps)
    )
    return PlannedCase("nomination", code, title, day, values, "liaison", moves)


def _nominee(code: str, who: str, title: str) -> Person:
    """The school's pupil; of its teachers one who does not hold the title."""
    among = Person.objects.filter(tenures__unit__code=code).order_by("pk")
    if who == _PUPIL:
        return among.filter(minor_until__isnull=False)[0]
    held = Round.objects.get(title=title).award_lines().values("person")
    return among.filter(minor_until=None).exclude(pk__in=held.exclude(person=None))[3]


def _scored(chance: Random) -> Any:
    """A verb: three from outside score all."""

    def score(*, case: Round, actor: Member) -> None:
        round = Round.objects.get(pk=case.pk)
        for name in _PANEL:
            panelist = panelist_add(round=round, name=name, actor=actor)
            points = {each.ref: [chance.randint(45, 60), chance.randint(28, 40)] for each in to_be_scored(round)}
            sheet_save(panelist=panelist, points=points, actor=actor)
            sheet_hand_in(panelist=panelist, actor=actor)

    return score


def _best(case: Round) -> list[str]:
    round = Round.objects.get(pk=case.pk)
    return [nomination.ref for nomination in ranked(round)[: round.most]]


def _symbol(scene: Scene, selection: _Selection) -> str:
    return f"溪教〔{scene.year}〕{30 + _SELECTIONS.index(selection)}号"
