"""Upkeep of a demo year: the bureau's own board and screen every other month; once each something is broken."""

from collections.abc import Callable, Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.standing.upkeep.models import Condition

_THINGS = (("局机关宣传栏", 5, "右侧玻璃破裂"), ("局大门电子显示屏", 9, "左下角一块不亮"))


def planned(scene: Scene) -> Iterator[Planned]:
    for name, broken_in, what in _THINGS:
        for month in range(1, 13, 2):
            day = date(scene.year, month, 16)
            broken = month == broken_in
            values = {
                "occasion": _named(name),
                "sort": Condition.BROKEN if broken else Condition.IN_ORDER,
                "found": what if broken else "",
            }
            paper = scene.paper(f"{name}照片（{month}月）", day=day, form="png")
            yield Planned("upkeep", scene.county, f"{name}巡查", day, values, (paper,))


def _named(name: str) -> Callable[[], Occasion]:
    """The thing of this name, once it is written."""
    return lambda: Occasion.objects.get(sort=OccasionSort.THING, name=name)
