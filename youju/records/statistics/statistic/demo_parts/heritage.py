"""Ideals and heritage: publications."""

from collections.abc import Iterator

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import stated

_BOOKS = (
    ("research_series", "series_books", "教育家思想研究丛书"),
    ("collection", "collections", "先进人物事迹文集"),
    ("textbook", "textbooks", "校本教材"),
)


def heritage(scene: Scene) -> Iterator[Planned]:
    for category, number, what in _BOOKS:
        for volume in range(1, scene.numbers[number] + 1):
            paper = scene.paper(
                f"{what}（{volume}）版权页", "书名、书号与编者见版权页。", day=scene.day(3, 11), form="pdf"
            )
            unit = scene.office("publicity" if category == "collection" else "research")
            yield stated(scene, f"出版{what}第{volume}本", "publications.books", 1, paper, unit=unit, category=category)
