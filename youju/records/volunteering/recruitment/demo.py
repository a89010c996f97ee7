"""Calls of a demo year: two that were held, with their services, one cancelled, one still open at its end."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from youju.orgs.people import Person
from youju.records.declared.planned import Planned, PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.volunteering.recruitment.models import Joining

_DAY = timedelta(days=1)


def planned(scene: Scene) -> Iterator[Planned | PlannedCase]:
    own, year = _own(scene), scene.year
    host, guest = scene.some([code for code in scene.direct if code != own], 2)
    yield from _cleaning(scene, host, guest, date(year, 4, 18))
    yield from _reading(scene, own, date(year, 10, 24))
    yield _cancelled(scene, guest, date(year, 6, 6))
    yield _winter(scene, own, host, date(year + 1, 1, 17))


def _cleaning(scene: Scene, host: str, guest: str, day: date) -> Iterator[Planned | PlannedCase]:
    """More sign up than there is room for; one leaves, and the first of the line moves up."""
    ours, theirs = scene.roster(host)[:5], scene.roster(guest)[:3]
    came = [*ours[1:], *theirs[:2]]
    title = f"{scene.name(host)}河堤公园清洁志愿服务"
    moves = (
        _join(scene, host, ours, day - 9 * _DAY),
        _join(scene, guest, theirs, day - 8 * _DAY),
        PlannedMove("leave", day - 5 * _DAY, values={"leaving": lambda case: case.listed()[:1]}),
        PlannedMove("close", day - _DAY),
        _held(scene, title, came, day),
    )
    yield _call(scene, host, title, "河堤公园", 6, day, moves, partners=(guest,))
    yield _service(scene, host, title, "河堤公园", came, day)


def _reading(scene: Scene, unit: str, day: date) -> Iterator[Planned | PlannedCase]:
    people, title = scene.roster(unit)[2:7], f"{scene.name(unit)}社区亲子阅读志愿服务"
    moves = (
        _join(scene, unit, people, day - 7 * _DAY),
        PlannedMove("close", day - _DAY),
        _held(scene, title, people, day),
    )
    yield _call(scene, unit, title, "县图书馆", 8, day, moves)
    yield _service(scene, unit, title, "县图书馆", people, day)


def _cancelled(scene: Scene, unit: str, day: date) -> PlannedCase:
    reason = "连日降雨，河堤封闭，改期另行通知。"
    moves = (
        _join(scene, unit, scene.roster(unit)[:3], day - 7 * _DAY),
        PlannedMove("cancel", day - 2 * _DAY, reason=reason),
    )
    return _call(scene, unit, f"{scene.name(unit)}护河巡查志愿服务", "东河河堤", 10, day, moves)


def _winter(scene: Scene, unit: str, guest: str, day: date) -> PlannedCase:
    """For January: at the year's end it is open, and some wait."""
    ours, theirs = scene.roster(unit)[:4], scene.roster(guest)[:3]
    title = f"{scene.name(unit)}敬老院新春慰问志愿服务"
    moves = (
        _join(scene, unit, ours, date(scene.year, 12, 22)),
        _join(scene, guest, theirs, date(scene.year, 12, 24)),
        PlannedMove("close", day - 2 * _DAY),
        _held(scene, title, [*ours, *theirs[:1]], day),
    )
    return _call(scene, unit, title, "县敬老院", 5, day, moves, partners=(guest,))


def _call(
    scene: Scene, unit: str, title: str, place: str, places: int, day: date, moves: tuple[PlannedMove, ...],
    partners: tuple[str, ...] = (),
) -> PlannedCase:  # fmt: skip
    """Opened four weeks before its day, or on 20 December; signed up for until three days before it."""
    values: dict[str, Any] = {
        "happened": day, "due_on": day - 3 * _DAY, "starts": "8:30", "minutes": 120, "place": place, "places": places,
        "minors_allowed": False, "note": "统一着志愿者马甲，自带水杯。",
        "partners": [scene.unit(code) for code in partners],
    }  # fmt: skip
    opened = min(day - 28 * _DAY, date(scene.year, 12, 20))
    return PlannedCase("recruitment", unit, title, opened, values, moves=moves)


def _join(scene: Scene, unit: str, people: Sequence[Person], day: date) -> PlannedMove:
    by = scene.liaison(unit)
    joining = [Joining(person, scene.unit(unit), by) for person in people]
    return PlannedMove("join", day, by.username, {"joining": joining})


def _held(scene: Scene, title: str, people: Sequence[Person], day: date) -> PlannedMove:
    paper = scene.paper(f"{title}签到表", "姓名、签到时间、签退时间。", day=day)
    there = {person.pk for person in people}
    values = {"came": lambda case: [signup for signup in case.listed() if signup.person_id in there]}
    return PlannedMove("hold", day, values=values, papers=(paper,))


def _service(scene: Scene, unit: str, title: str, place: str, people: Sequence[Person], day: date) -> Planned:
    """The record that the held call led to."""
    rows = [{"person": person, "came": "", "left": "", "minutes": None} for person in people]
    values = {"place": place, "minutes": 120, "volunteers": rows, "pupils": None, "pupil_minutes": None}
    return Planned("service", unit, title, day, values, (scene.paper(f"{title}照片", day=day, form="png"),))


def _own(scene: Scene) -> str:
    """The school whose liaison has a password."""
    unit = scene.member("liaison").unit
    assert unit is not None  # every account of the demo has a unit
    return unit.code
