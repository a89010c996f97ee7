"""Accreditation: the place in the city by arts brand schools."""

from collections.abc import Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated


def accreditation(scene: Scene) -> Iterator[Planned]:
    paper = scene.decision("望川市教育局", "艺术品牌学校创建情况通报", date(scene.year, 12, 12))
    yield stated(
        scene, "艺术品牌学校创建位次", "rankings.place", scene.numbers["rank_arts_brand"], paper,
        unit=scene.office("arts"), category="arts_brand", level="city", publisher="望川市教育局",
    )  # fmt: skip
