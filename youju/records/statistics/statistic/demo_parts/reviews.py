"""Satisfaction sheets of the review meetings in towns and schools, and the survey of the province."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import evenly, fill, share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated

_SURVEYS = (
    ("ethics", "学生对教师的师德满意度"),
    ("school", "学生、社会对学校的满意度"),
    ("government", "学校对政府管理与服务的满意度"),
)
_FEWEST_ANSWERS = 12
_PUBLISHER = "青岚省教育评估院"


def handed_out(answers: int) -> int:
    """Sheets handed out at a meeting that brought so many answers: one guest in thirty keeps his."""
    return answers + answers // 30


def reviews(scene: Scene) -> Iterator[Planned]:
    yield from _sheets(scene)
    paper = scene.decision(_PUBLISHER, "教育现代化监测满意度调查结果", date(scene.year, 12, 8))
    for category, what in _SURVEYS:
        yield stated(
            scene, what, "surveys.stated", scene.numbers[category], paper, occasion="province-survey",
            category=category, level="province", publisher=_PUBLISHER,
        )  # fmt: skip


def _sheets(scene: Scene) -> Iterator[Planned]:
    """What the sheets say that guests filled in at the meetings; the meetings themselves are a kind of their own."""
    numbers = scene.numbers
    units = [*evenly(scene.towns, numbers["review_towns"]), *evenly(scene.direct, numbers["review_schools"])]
    answers = share(numbers["satisfied"] + numbers["dissatisfied"], len(units), scene.chance, least=_FEWEST_ANSWERS)
    other = fill(numbers["dissatisfied"], answers, scene.chance)
    for unit, asked, not_satisfied in zip(units, answers, other, strict=True):
        day = date(scene.year, 11, 27)
        paper = scene.paper(f"{scene.name(unit)}教育行风评议会测评统计表", f"收回答卷{asked}份。", day=day, form="pdf")
        rest = {"unit": unit, "occasion": "conduct-reviews"}
        title = f"{scene.name(unit)}教育行风评议会"
        yield stated(
            scene, f"{title}满意度测评", "reviews.satisfied", asked - not_satisfied, paper, whole=asked, **rest
        )
        yield stated(scene, f"{title}发出测评表", "reviews.issued", handed_out(asked), paper, **rest)
