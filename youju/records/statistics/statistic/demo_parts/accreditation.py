"""Accreditation: who applies for titles, and the place in the city by arts brand schools."""

from collections.abc import Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated


def accreditation(scene: Scene) -> Iterator[Planned]:
    yield from _applying(scene)
    paper = scene.decision("望川市教育局", "艺术品牌学校创建情况通报", date(scene.year, 12, 12))
    yield stated(
        scene, "艺术品牌学校创建位次", "rankings.place", scene.numbers["rank_arts_brand"], paper,
        unit=scene.office("arts"), category="arts_brand", level="city", publisher="望川市教育局",
    )  # fmt: skip


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
