"""Visits to households and enterprises, volunteers."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import share
from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared, stated

_TEAMS = 40


def volunteering(scene: Scene) -> Iterator[Planned]:
    yield from _visits(scene)
    yield from _volunteers(scene)
    yield from _team(scene)


def _visits(scene: Scene) -> Iterator[Planned]:
    offices = scene.offices
    for month, count in enumerate(share(scene.numbers["households"], 12, scene.chance, least=4), 1):
        day = date(scene.year, month, 18)
        unit = offices[month % len(offices)]
        paper = scene.paper(f"{month}月大走访登记表", f"首次走访{count}户。", day=day, form="pdf")
        rest = {"unit": unit, "occasion": "household-visits"}
        yield stated(scene, f"{month}月走访农户", "visits.households", count, paper, **rest)
        again = count + scene.chance.randint(5, 20)
        yield stated(scene, f"{month}月走访农户户次", "visits.household_visits", again, paper, **rest)
    paper = scene.paper("走访企业登记表", "走访企业名单。", day=date(scene.year, 10, 16))
    yield from shared(
        scene,
        scene.numbers["enterprises"],
        offices,
        4,
        "走访企业",
        "visits.enterprises",
        paper,
        occasion="household-visits",
    )


def _volunteers(scene: Scene) -> Iterator[Planned]:
    total = scene.numbers["volunteers"]
    officials, students = total // 10, total * 2 // 5
    schools = scene.schools
    for count, pool, what in (
        (officials, scene.offices, "机关党员志愿者"),
        (total - officials - students, schools, "教师志愿者"),
        (students, schools, "学生志愿者"),
    ):
        paper = scene.paper(f"{what}登记册", "按单位登记，一人一年只登记一次。", day=date(scene.year, 3, 5))
        yield from shared(scene, count, pool, 26, f"{what}登记", "volunteers.persons", paper)
    for unit in scene.some(schools, 12):
        paper = scene.paper(f"{scene.name(unit)}学雷锋志愿服务照片", day=date(scene.year, 3, 6), form="png")
        title = f"{scene.name(unit)}学雷锋志愿服务活动"
        yield stated(scene, title, "volunteers.activities", scene.chance.randint(1, 3), paper, unit=unit)


def _team(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("志愿服务队风采展示节目单", "参加展示的学校和志愿者。", day=date(scene.year, 12, 7), form="pdf")
    yield from shared(
        scene, scene.numbers["representatives"], scene.direct, 3, "志愿者代表参加展示", "volunteers.representatives",
        paper, occasion="team-debut",
    )  # fmt: skip
    paper = scene.decision("溪云县文明办", "志愿服务队集中授旗仪式议程", date(scene.year, 12, 10))
    yield stated(
        scene, "志愿服务队集中授旗仪式", "volunteers.flagged_teams", scene.numbers["flagged_teams"], paper,
        occasion="flag-ceremony", publisher="溪云县文明办",
    )  # fmt: skip
    if scene.before is None:
        paper = scene.paper("学校志愿服务队成立批复", "各校志愿服务队名单。", day=date(scene.year, 3, 2))
        yield from shared(scene, _TEAMS, scene.schools, _TEAMS, "志愿服务队成立", "volunteers.teams", paper)
    else:
        paper = scene.paper("新成立志愿服务队批复", "新成立队伍名单。", day=date(scene.year, 3, 2))
        yield from shared(
            scene, scene.chance.randint(2, 6), scene.schools, 6, "志愿服务队成立", "volunteers.teams", paper
        )
