"""Culture: the pupils' arts show of the city."""

from collections.abc import Iterator
from datetime import date

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import stated

_ITEMS = (("chorus", "合唱", "no1-middle"), ("dance", "舞蹈", "no2-middle"), ("drama", "戏剧", "experimental"))
_PUBLISHER = "望川市教育局"


def culture(scene: Scene) -> Iterator[Planned]:
    paper = scene.decision(_PUBLISHER, "公布中小学生艺术展演结果的通知", date(scene.year, 5, 28))
    rest = {"level": "city", "occasion": "arts-show", "publisher": _PUBLISHER}
    yield stated(
        scene, "艺术展演整体成绩位次", "rankings.place", scene.numbers["rank_arts_show"], paper,
        unit=scene.office("arts"), category="arts_show", **rest,
    )  # fmt: skip
    for category, what, school in _ITEMS:
        unit = f"{scene.county}.{school}"
        yield stated(
            scene, f"{scene.name(unit)}{what}在艺术展演中的名次", "arts.places", scene.numbers[category], paper,
            unit=unit, category=category, **rest,
        )  # fmt: skip
