"""Ideals and heritage: publications, projects of schools."""

from collections.abc import Iterator

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import stated

_BOOKS = (
    ("research_series", "series_books", "教育家思想研究丛书"),
    ("collection", "collections", "先进人物事迹文集"),
    ("textbook", "textbooks", "校本教材"),
)
_PROJECTS = (
    ("thought_research", "thought_schools", "开展教育思想研究"),
    ("heritage", "heritage_schools", "开展地方文化传承项目"),
    ("patriotic", "patriotic_schools", "开展爱国主义教育项目"),
)


def heritage(scene: Scene) -> Iterator[Planned]:
    for category, number, what in _BOOKS:
        for volume in range(1, scene.numbers[number] + 1):
            paper = scene.paper(
                f"{what}（{volume}）版权页", "书名、书号与编者见版权页。", day=scene.day(3, 11), form="pdf"
            )
            unit = scene.office("publicity" if category == "collection" else "research")
            yield stated(scene, f"出版{what}第{volume}本", "publications.books", 1, paper, unit=unit, category=category)
    for category, number, what in _PROJECTS:
        for unit in scene.some(scene.schools, scene.numbers[number]):
            paper = scene.paper(f"{scene.name(unit)}{what}方案", "目标、措施与分工。", day=scene.day(2, 6))
            yield stated(scene, f"{scene.name(unit)}{what}", "projects.running", 1, paper, unit=unit, category=category)
