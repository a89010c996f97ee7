"""Publicity: the campaign, honours for publicity."""

from collections.abc import Iterator
from datetime import date

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared


def publicity(scene: Scene) -> Iterator[Planned]:
    yield from _campaign(scene)
    yield from _honours(scene)


def _campaign(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("“榜样的力量”先进人物名单", "经推荐、审核和公示确定。", day=date(scene.year, 9, 9))
    yield from shared(
        scene, scene.numbers["advanced_persons"], scene.schools, 32, "教师获先进人物称号", "honours.persons", paper,
        category="advanced_person", level="county", occasion="role-models",
    )  # fmt: skip


def _honours(scene: Scene) -> Iterator[Planned]:
    day = date(scene.year, 12, 18)
    for number, category, what in (
        ("outreach_individuals", "outreach_individual", "外宣先进个人"),
        ("correspondents", "correspondent", "优秀通讯员"),
    ):
        paper = scene.decision("溪云县宣传部", f"表彰{what}的通报", day)
        yield from shared(
            scene, scene.numbers[number], scene.offices, 6, f"人员被评为{what}", "honours.persons", paper,
            category=category, level="county",
        )  # fmt: skip
    for category, level, publisher, count in (
        ("press", "province", "青岚省教育厅", 1),
        ("ideology", "county", "溪云县宣传部", 1),
        ("service", "county", "溪云县政府", scene.chance.randint(2, 4)),
        ("conduct", "city", "望川市教育局", 1),
    ):
        paper = scene.decision(publisher, "表彰先进集体的通报", day)
        pool = [scene.county] if count == 1 else scene.direct
        yield from shared(
            scene,
            count,
            pool,
            count,
            "获评先进集体",
            "honours.units",
            paper,
            category=category,
            level=level,
            publisher=publisher,
        )
