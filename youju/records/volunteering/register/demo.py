"""The register of a demo bureau: filled in the first year; in the second some join and a few leave."""

from collections.abc import Iterator, Sequence
from datetime import date

from youju.lib.spread import share
from youju.orgs.people import Person
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.volunteering.register.models import Change

# So many of a school's staff join at first; so many schools' pupils; so many leave in the second year.
_OF_A_SCHOOL, _PUPILS_OF, _LEAVE = 8, 26, 6


def planned(scene: Scene) -> Iterator[Planned]:
    if scene.before is None:
        yield from _first_year(scene)
    else:
        yield from _second_year(scene, scene.numbers["volunteers"] - scene.before["volunteers"])


def _first_year(scene: Scene) -> Iterator[Planned]:
    left = scene.numbers["volunteers"]
    pupils = left * 2 // 5
    left -= pupils
    for unit in scene.offices:
        left -= len(scene.roster(unit))
        yield _changed(scene, unit, Change.JOINED, scene.roster(unit))
    by_school = dict(
        zip(scene.some(scene.schools, _PUPILS_OF), share(pupils, _PUPILS_OF, scene.chance, least=5), strict=True)
    )
    for unit in scene.schools:
        staff = scene.roster(unit)[: min(_OF_A_SCHOOL, left)]
        left -= len(staff)
        if staff or unit in by_school:
            yield _changed(scene, unit, Change.JOINED, staff, by_school.get(unit, 0))


def _second_year(scene: Scene, more: int) -> Iterator[Planned]:
    for unit in scene.schools[:_LEAVE]:
        yield _changed(scene, unit, Change.LEFT, scene.roster(unit)[_OF_A_SCHOOL - 1 : _OF_A_SCHOOL], day=(9, 5))
    for unit in scene.schools[: _LEAVE + more]:
        yield _changed(scene, unit, Change.JOINED, scene.roster(unit)[_OF_A_SCHOOL : _OF_A_SCHOOL + 1])


def _changed(
    scene: Scene, unit: str, change: Change, people: Sequence[Person], pupils: int = 0, day: tuple[int, int] = (3, 5)
) -> Planned:
    on = date(scene.year, *day)
    paper = scene.paper(f"{scene.name(unit)}志愿者登记册（{day[0]}月）", "姓名、岗位、加入或退出日期。", day=on)
    values = {
        "change": str(change),
        "volunteers": [{"person": person} for person in people],
        "pupils": pupils or None,
        "consents": f"德育处{scene.year}年志愿服务同意书档案盒" if pupils else "",
    }
    title = f"{'登记志愿者' if change == Change.JOINED else '志愿者退出'}{len(people) + pupils}人"
    return Planned("register", unit, title, on, values, (paper,))
