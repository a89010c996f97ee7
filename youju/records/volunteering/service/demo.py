"""Services of a demo year: the schools' volunteers, every month, most of all in March."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene

_WHAT = (
    ("学雷锋志愿服务", "社区广场", 90), ("护学岗志愿服务", "校门口", 40), ("图书馆整理志愿服务", "县图书馆", 120),
    ("敬老院志愿服务", "县敬老院", 120), ("清洁家园志愿服务", "河堤公园", 60), ("文明交通劝导志愿服务", "中心路口", 60),
)  # fmt: skip
_MARCH = 3


def planned(scene: Scene) -> Iterator[Planned]:
    for number in range(scene.numbers["services"]):
        unit = scene.schools[(number * 7 + scene.year) % len(scene.schools)]
        month = _MARCH if number % 4 == 0 else 1 + number % 12
        yield _service(scene, unit, number, date(scene.year, month, scene.chance.randint(3, 26)))


def _service(scene: Scene, unit: str, number: int, day: date) -> Planned:
    what, place, minutes = _WHAT[number % len(_WHAT)]
    people = scene.roster(unit)[: scene.chance.randint(3, 6)]
    pupils = scene.chance.randint(8, 30) if number % 3 == 0 else 0
    rows: list[dict[str, Any]] = [{"person": person, "came": "", "left": "", "minutes": None} for person in people]
    rows[0] |= {"came": "8:30", "left": f"{8 + (30 + minutes) // 60}:{(30 + minutes) % 60:02}"}
    values = {
        "place": place, "minutes": minutes, "volunteers": rows,
        "pupils": pupils or None, "pupil_minutes": minutes if pupils else None,
    }  # fmt: skip
    title = f"{scene.name(unit)}{what}"
    paper = scene.paper(f"{title}照片（{day.month}月{day.day}日）", day=day, form="png")
    return Planned("service", unit, title, day, values, (paper,))
