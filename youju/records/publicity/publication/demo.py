"""Publications of a demo year: books of the research series, collections, textbooks, and some others."""

from collections.abc import Iterator

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene

_BOOKS = (
    ("research_series", "series_books", "教育家思想研究丛书"),
    ("collection", "collections", "先进人物事迹文集"),
    ("textbook", "textbooks", "校本教材"),
)
_OTHERS = (("album", "师生书画作品集"), ("video", "教育系统专题片"), ("journal", "溪云教研"), ("journal", "溪云教研"))
_TEXTBOOKS = (
    "乡土植物观察手册", "溪云民谣读本", "校园剪纸入门", "家乡古桥的故事", "少年中医药读本", "茶文化启蒙",
    "南拳操图解", "海洋科普读本", "木偶戏小课堂", "劳动实践手册", "闽南语童谣", "田园写生教程", "红色家书选读",
    "校园足球基础",
)  # fmt: skip


def planned(scene: Scene) -> Iterator[Planned]:
    for sort, number, what in _BOOKS:
        for volume in range(1, scene.numbers[number] + 1):
            yield _publication(scene, sort, volume, what)
    for place, (sort, title) in enumerate(_OTHERS, 1):
        yield _publication(scene, sort, place, title)


def _publication(scene: Scene, sort: str, place: int, what: str) -> Planned:
    unit, title = scene.office("research"), f"{what}（{scene.year}年第{place}辑）"
    if sort == "textbook":
        unit, title = scene.chance.choice(scene.schools), _TEXTBOOKS[(place + scene.year) % len(_TEXTBOOKS)]
    if sort == "collection":
        unit = scene.office("publicity")
    day = scene.day(3, 11)
    paper = scene.paper(f"{title}封面与版权页", "书名、编者、印数与编号见版权页。", day=day, form="pdf")
    values = {"sort": sort, "publisher": scene.name(unit), "number": f"溪教准字{scene.year}-{sort[:2]}{place:03}"}
    return Planned("publication", unit, title, day, values, (paper,))
