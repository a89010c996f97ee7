"""Examinations, and the place by top teachers."""

from collections.abc import Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated


def exemplars(scene: Scene) -> Iterator[Planned]:
    """The county's totals and places, as one document of the city states them."""
    numbers, office = scene.numbers, scene.office("basic")
    paper = scene.decision("望川市教育考试院", "高考成绩统计通报", date(scene.year, 7, 2))
    rest = {"unit": office, "occasion": "exam", "publisher": "望川市教育考试院"}
    candidates = numbers["exam_admitted"] + numbers["exam_others"]
    yield stated(scene, "高考本一达线人数", "exam.first_tier", numbers["first_tier"], paper, **rest)
    yield stated(
        scene, "高考本科达线人数", "exam.undergraduate", numbers["exam_admitted"], paper, whole=candidates, **rest
    )
    yield stated(
        scene, "高考文理科全市前十名人数", "exam.top_ten", numbers["exam_top_ten"], paper, level="city", **rest
    )
    for subject, label in (("arts", "文科"), ("science", "理科")):
        for place in ("first", "second"):
            yield stated(
                scene, f"高考{label}全市名次", "exam.places", numbers[f"{subject}_{place}"], paper,
                category=subject, level="city", **rest,
            )  # fmt: skip
    for category, level, number, publisher, what in (
        ("exam_band", "province", "exam_band", "青岚省教育考试院", "高考方阵"),
        ("top_teachers", "city", "rank_top_teachers", "望川市教育局", "拔尖教师数量位次"),
    ):
        paper = scene.decision(publisher, f"{what}通报", date(scene.year, 12, 10))
        yield stated(
            scene, what, "rankings.place", numbers[number], paper, unit=office, category=category, level=level,
            publisher=publisher,
        )  # fmt: skip
