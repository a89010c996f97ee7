"""Regular meetings of a demo year: on answering online a few times, on publicity most months."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.inquiries.series.models import Series

_AGENDA = {
    "online_work": (("近期答复情况", ""), ("典型案例交流", "把两个案例写入问答口径")),
    "publicity_work": (("上月宣传工作小结", ""), ("下月重点", "月底前报送一篇特色做法")),
}


def planned(scene: Scene) -> Iterator[Planned]:
    yield from _series(scene, "online_work", "网评员会议", scene.numbers["online_meetings"])
    yield from _series(scene, "publicity_work", "宣传工作会议", 9 + scene.chance.randint(0, 3))


def _series(scene: Scene, series: str, what: str, count: int) -> Iterator[Planned]:
    for place, month in enumerate(scene.months(count), 1):
        day = scene.worked(date(scene.year, month, scene.chance.randint(3, 26)))
        paper = scene.paper(f"第{place}次{what}纪要", "交流案例，部署工作。", day=day)
        values: dict[str, Any] = {
            "series": Series.objects.get(code=series),
            "place": "三楼会议室",
            "agenda": [{"about": about, "outcome": outcome} for about, outcome in _AGENDA[series]],
        }
        yield Planned("regularmeeting", scene.office("publicity"), f"第{place}次{what}", day, values, (paper,))
