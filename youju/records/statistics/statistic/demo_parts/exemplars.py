"""Exemplars, titles, teaching contests, examinations."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared, stated

_PUBLISHERS = {
    "county": "溪云县教育局",
    "city": "望川市教育局",
    "province": "青岚省教育厅",
    "nation": "全国教师评选活动组委会",
}


class _Title(NamedTuple):
    category: str
    level: str
    number: str
    most: int  # units among which the persons are
    what: str
    month: int


_TITLES = (
    _Title("beautiful_teacher", "nation", "beautiful_teachers", 6, "教师入选最美教师", 9),
    _Title("senior_title", "province", "senior_titles", 8, "教师获评正高级职称", 11),
    _Title("special_grade", "province", "special_grade", 9, "教师获评特级教师", 10),
    _Title("top_ten", "city", "top_ten", 12, "教师获评各学段十佳教师", 9),
    _Title("top_ten_young", "county", "top_ten_young", 16, "教师获评十佳青年教师", 9),
    _Title("subject_leader", "city", "subject_leaders", 32, "教师获评市学科带头人", 10),
    _Title("subject_leader", "county", "subject_leaders_county", 30, "教师获评县学科带头人", 10),
    _Title("backbone", "city", "backbone", 60, "教师获评市中青年教学骨干", 10),
    _Title("backbone", "county", "backbone_county", 40, "教师获评县教学骨干", 10),
)
# Titles that come every year in the county, in numbers that nobody asks for.
_YEARLY = (
    ("good_person", "教职工当选身边好人", 2),
    ("ethics_model", "教师获评师德标兵", 12),
    ("good_educator", "教师获评优秀教育工作者", 15),
    ("class_head", "教师获评优秀班主任", 24),
    ("service_model", "人员获评优质服务标兵", 1),
)


def exemplars(scene: Scene) -> Iterator[Planned]:
    for title in _TITLES:
        yield from _title(scene, title)
    yield from _yearly(scene)
    yield from _pupils(scene)
    yield from _contests(scene)
    yield from _examination(scene)


def _title(scene: Scene, title: _Title) -> Iterator[Planned]:
    publisher = _PUBLISHERS[title.level]
    about = title.what.removeprefix("教师")
    paper = scene.decision(publisher, f"公布{about}名单的通知", date(scene.year, title.month, 12))
    yield from shared(
        scene, scene.numbers[title.number], scene.schools, title.most, title.what, "honours.persons", paper,
        category=title.category, level=title.level, publisher=publisher,
    )  # fmt: skip


def _yearly(scene: Scene) -> Iterator[Planned]:
    for category, what, usual in _YEARLY:
        paper = scene.decision("溪云县", f"{what}名单", date(scene.year, 9, 6))
        yield from shared(
            scene, usual + scene.chance.randint(0, 3), scene.schools, 20, what, "honours.persons", paper,
            category=category, level="county",
        )  # fmt: skip


def _pupils(scene: Scene) -> Iterator[Planned]:
    """Minors are stated for the county as a whole, never for a school."""
    for category, number, what in (("youth_model", "youth_models", "最美少年标兵"), ("youth", "youths", "最美少年")):
        paper = scene.decision("溪云县文明办、溪云县教育局", f"“{what}”评选结果", date(scene.year, 6, 1))
        yield stated(
            scene, f"评选“{what}”", "honours.persons", scene.numbers[number], paper, category=category, level="county"
        )
    paper = scene.decision("溪云县文明办", "“最美诚信之星”评选结果", date(scene.year, 6, 20))
    yield stated(
        scene, "评选“最美诚信之星”", "honours.persons", scene.chance.randint(1, 3), paper,
        category="integrity_star", level="county",
    )  # fmt: skip


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
