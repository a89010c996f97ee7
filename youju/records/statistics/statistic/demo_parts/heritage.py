"""Ideals and heritage: projects of schools."""

from collections.abc import Iterator

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import stated

_PROJECTS = (
    ("thought_research", "thought_schools", "开展教育思想研究"),
    ("heritage", "heritage_schools", "开展地方文化传承项目"),
    ("patriotic", "patriotic_schools", "开展爱国主义教育项目"),
)


def heritage(scene: Scene) -> Iterator[Planned]:
    for category, number, what in _PROJECTS:
        for unit in scene.some(scene.schools, scene.numbers[number]):
            paper = scene.paper(f"{scene.name(unit)}{what}方案", "目标、措施与分工。", day=scene.day(2, 6))
            yield stated(scene, f"{scene.name(unit)}{what}", "projects.running", 1, paper, unit=unit, category=category)
