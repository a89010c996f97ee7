"""Returns of a demo year: every school states its basic counts as of 1 September."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.school_return.models import DAY, MONTH
from youju.records.statistics.school_return.sorts import Ownership, SchoolType, Stage

# By what a school's name ends in: its type, and of each stage the pupils in a class, its years, and classes a year.
_TYPES = (
    ("幼儿园", SchoolType.KINDERGARTEN, ((Stage.KINDERGARTEN, 28, 3, (1, 3)),)),
    ("特殊教育学校", SchoolType.SPECIAL, ((Stage.SPECIAL, 9, 9, (1, 1)),)),
    ("职业教育中心", SchoolType.VOCATIONAL, ((Stage.VOCATIONAL, 42, 3, (8, 10)),)),
    ("高级中学", SchoolType.SENIOR, ((Stage.SENIOR, 48, 3, (20, 23)),)),
    ("学校", SchoolType.NINE_YEAR, ((Stage.PRIMARY, 40, 6, (2, 3)), (Stage.JUNIOR, 44, 3, (2, 4)))),
    ("中学", SchoolType.JUNIOR, ((Stage.JUNIOR, 46, 3, (4, 8)),)),
    ("", SchoolType.PRIMARY, ((Stage.PRIMARY, 41, 6, (1, 2)),)),
)
_PRIVATE = 4  # so many of the kindergartens are private, half of them inclusive


def planned(scene: Scene) -> Iterator[Planned]:
    kindergartens = [unit for unit in scene.schools if scene.name(unit).endswith("幼儿园")]
    private = kindergartens[-_PRIVATE:]
    run_by = dict.fromkeys(private[::2], Ownership.INCLUSIVE) | dict.fromkeys(private[1::2], Ownership.PRIVATE)
    for unit in scene.schools:
        title, day = f"{scene.name(unit)}基本情况", date(scene.year, MONTH, DAY)
        paper = scene.paper(f"{title}统计表", "以9月1日为统计时点，经学校核对。", day=day, form="txt")
        values = _counts(scene, unit) | {"ownership": str(run_by.get(unit, Ownership.PUBLIC))}
        yield Planned("schoolreturn", unit, title, day, values, (paper,))


def _counts(scene: Scene, unit: str) -> dict[str, Any]:
    name = scene.name(unit)
    sort, stages = next((sort, stages) for end, sort, stages in _TYPES if name.endswith(end))
    rows = [_stage(scene, *stage) for stage in stages]
    teachers = sum(row["pupils"] for row in rows) // 15 + 2
    staff = teachers + scene.chance.randint(2, 9)
    return {
        "sort": str(sort), "teaching_points": int(sort == SchoolType.NINE_YEAR), "staff": staff, "teachers": teachers,
        "area": staff * 120, "stages": rows,
    }  # fmt: skip


def _stage(scene: Scene, stage: Stage, a_class: int, years: int, a_year: tuple[int, int]) -> dict[str, Any]:
    classes = years * scene.chance.randint(*a_year)
    pupils = classes * a_class + scene.chance.randint(-classes, classes)
    boarders = pupils // 3 if stage in (Stage.JUNIOR, Stage.SENIOR, Stage.VOCATIONAL) else 0
    entrants, leavers = (pupils // years + scene.chance.randint(-3, 3) for _each in range(2))
    return {
        "stage": str(stage), "classes": classes, "pupils": pupils, "boarders": boarders, "entrants": entrants,
        "leavers": leavers,
    }  # fmt: skip
