"""Culture: the place in the pupils' arts show of the city; what its items won is an activity's."""

from collections.abc import Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated

_PUBLISHER = "望川市教育局"


def culture(scene: Scene) -> Iterator[Planned]:
    paper = scene.decision(_PUBLISHER, "公布中小学生艺术展演结果的通知", date(scene.year, 5, 28))
    yield stated(
        scene, "艺术展演整体成绩位次", "rankings.place", scene.numbers["rank_arts_show"], paper,
        unit=scene.office("arts"), category="arts_show", level="city", occasion="arts-show",
        publisher=_PUBLISHER,
    )  # fmt: skip
