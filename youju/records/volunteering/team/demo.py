"""Volunteer teams of a demo bureau: most were founded in the first year; every year some show themselves."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.lib.spread import share
from youju.records.declared.planned import Paper, Planned
from youju.records.declared.scene import Scene
from youju.records.volunteering.team.models import TeamChange

_TEAMS = 40
_PRESENTED_BY = 3


def planned(scene: Scene) -> Iterator[Planned]:
    founded = _TEAMS if scene.before is None else scene.chance.randint(2, 6)
    paper = scene.paper("学校志愿服务队成立批复", "各校志愿服务队名单。", day=date(scene.year, 3, 2))
    for unit in scene.some(scene.schools, founded):
        yield _team(scene, unit, f"{scene.name(unit)}志愿服务队成立", TeamChange.FOUNDED, 1, paper)
    yield from _presentation(scene)
    flags = scene.decision("溪云县文明办", "志愿服务队集中授旗仪式议程", date(scene.year, 12, 10))
    yield _team(
        scene, scene.county, "志愿服务队集中授旗仪式", TeamChange.FLAGGED, scene.numbers["flagged_teams"], flags,
        publisher="溪云县文明办", occasion=scene.occasion("flag-ceremony"),
    )  # fmt: skip


def _presentation(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("志愿服务队风采展示节目单", "参加展示的学校和志愿者。", day=date(scene.year, 12, 7), form="pdf")
    units = scene.some(scene.direct, _PRESENTED_BY)
    counts = share(scene.numbers["representatives"], len(units), scene.chance, least=1)
    for unit, count in zip(units, counts, strict=True):
        title = f"{scene.name(unit)}志愿者代表参加展示"
        yield _team(scene, unit, title, TeamChange.PRESENTED, count, paper, occasion=scene.occasion("team-debut"))


def _team(scene: Scene, unit: str, title: str, change: TeamChange, number: int, paper: Paper, **rest: Any) -> Planned:
    return Planned("team", unit, title, paper.day, {"change": str(change), "number": number, **rest}, (paper,))
