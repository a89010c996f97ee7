"""The survey of the province: percentages that others state."""

from collections.abc import Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated

_SURVEYS = (
    ("ethics", "学生对教师的师德满意度"),
    ("school", "学生、社会对学校的满意度"),
    ("government", "学校对政府管理与服务的满意度"),
    ("awareness", "教育政策知晓率"),
)
_PUBLISHER = "青岚省教育评估院"


def reviews(scene: Scene) -> Iterator[Planned]:
    paper = scene.decision(_PUBLISHER, "教育现代化监测满意度调查结果", date(scene.year, 12, 8))
    for category, what in _SURVEYS:
        yield stated(
            scene, what, "surveys.stated", scene.numbers[category], paper, occasion="province-survey",
            category=category, level="province", publisher=_PUBLISHER,
        )  # fmt: skip
