"""Teaching contests and examinations."""

from collections.abc import Iterator
from datetime import date

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared, stated

_PUBLISHERS = {
    "county": "溪云县教育局",
    "city": "望川市教育局",
    "province": "青岚省教育厅",
    "nation": "全国教师评选活动组委会",
}


def exemplars(scene: Scene) -> Iterator[Planned]:
    yield from _contests(scene)
    yield from _examination(scene)


def _contests(scene: Scene) -> Iterator[Planned]:
    for number, category, level in (
        ("contest_first", "first_prize", "province"),
        ("contest_second", "second_prize", "province"),
        ("contest_first_city", "first_prize", "city"),
    ):
        half = scene.numbers[number] * 3 // 5
        publisher = _PUBLISHERS[level]
        for occasion, what, count, month in (
            ("skills-contest", "基本功大赛", half, 5),
            ("quality-lessons", "评优课", scene.numbers[number] - half, 11),
        ):
            paper = scene.decision(publisher, f"公布{what}结果的通知", date(scene.year, month, 18))
            yield from shared(
                scene, count, scene.schools, 14, f"教师在{what}中获奖", "teaching_contests.winners", paper,
                category=category, level=level, occasion=occasion, publisher=publisher,
            )  # fmt: skip


def _examination(scene: Scene) -> Iterator[Planned]:
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
