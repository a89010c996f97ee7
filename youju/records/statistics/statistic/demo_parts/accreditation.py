"""Working rules, with what was there before the ledger began as opening entries, and who applies for titles."""

from collections.abc import Iterator, Sequence
from datetime import date

from youju.records.planned import Planned, opening_figure
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import stated

_NEW_IN_FIRST_YEAR = 2
_RULES = (
    "网络值班制度", "联络员联系制度", "电话联系制度", "网络评论回应制度", "线下处理制度", "现场调查制度",
    "正面回应制度", "工作例会制度", "考核制度", "首问负责制度", "信息报送制度", "部门会商制度", "档案管理制度",
)  # fmt: skip


def accreditation(scene: Scene) -> Iterator[Planned]:
    for rule, day, opening in _stock(scene, "mechanisms", _RULES):
        paper = scene.paper(rule, "目的、分工、流程和时限。", day=day)
        if opening:
            yield opening_figure(scene.county, f"印发{rule}", day, "mechanisms.in_force", paper)
        else:
            yield stated(scene, f"印发{rule}", "mechanisms.in_force", 1, paper)
    yield from _applying(scene)
    paper = scene.decision("望川市教育局", "艺术品牌学校创建情况通报", date(scene.year, 12, 12))
    yield stated(
        scene, "艺术品牌学校创建位次", "rankings.place", scene.numbers["rank_arts_brand"], paper,
        unit=scene.office("arts"), category="arts_brand", level="city", publisher="望川市教育局",
    )  # fmt: skip


def _stock(scene: Scene, number: str, things: Sequence[str]) -> Iterator[tuple[str, date, bool]]:
    """What is added in this year: thing, day, and whether it was there before the ledger began."""
    now = scene.numbers[number]
    if scene.before is not None:
        for thing in things[scene.before[number] : now]:
            yield thing, date(scene.year, 11, 20), False
        return
    start = max(0, now - _NEW_IN_FIRST_YEAR)
    for thing in things[:start]:
        yield thing, date(scene.year - 1, 12, 31), True
    for thing in things[start:now]:
        yield thing, date(scene.year, 11, 20), False


def _applying(scene: Scene) -> Iterator[Planned]:
    for category, level, count, what in (
        ("civilised_campus", "city", scene.numbers["applying"], "市文明校园创建"),
        ("civilised_campus", "nation", scene.chance.randint(1, 3), "全国文明校园创建"),
        ("reading_campus", "city", scene.chance.randint(18, 24), "市书香校园创建"),
    ):
        for unit in scene.some(scene.schools, count):
            paper = scene.paper(f"{scene.name(unit)}{what}申报表", "对照标准逐项自评。", day=scene.day(3, 5))
            yield stated(
                scene, f"{scene.name(unit)}开展{what}", "accreditation.applying", 1, paper,
                unit=unit, category=category, level=level,
            )  # fmt: skip
