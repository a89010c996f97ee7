"""Three hundred damaged workbooks: each fault is told at its cell, no sound cell is blamed, and nothing is written."""

import os
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from tests.bureau.book import OPENING, Book, as_xlsx, sample
from tests.records.cast import member
from youju.bureau.workbook.importing import bureau_preview
from youju.errors import problem_text
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.opening.models import OpeningFigure

# All of them in `make soak`, so many in every run.
_EACH, _BOOKS = 30, 300 if os.environ.get("YOUJU_SOAK") else 90
LONG, NOBODY, NOWHERE, CARD = "长" * 90, "查无此人", "查无此校", "530323199001011234"

# A cell of a row that is there, written badly: sheet, column, what stands there now.
SPOILT = [
    ("单位", "B", "科屋"), ("单位", "B", None), ("单位", "G", "2026-9-15"), ("单位", "G", "几月"), ("单位", "E", LONG),
    ("人员", "B", NOWHERE), ("人员", "B", None), ("人员", "C", LONG), ("人员", "D", "昨天"), ("人员", "E", "1980-2-30"),
    ("人员", "F", "P-0000000000"), ("人员", "G", CARD),
    ("成员", "B", NOWHERE), ("成员", "C", "联洛员"), ("成员", "C", None), ("成员", "E", "没有的栏目"),
    ("成员", "F", NOWHERE), ("成员", "G", "某天"), ("成员", "I", "也许"), ("成员", "I", "是"),
    ("队组", "B", "支部会"), ("队组", "C", NOWHERE), ("队组", "D", NOBODY), ("队组", "E", NOBODY),
    ("队组", "H", "13月1日"), ("队组", "J", "编码"), ("校历", "A", "暑假"), ("校历", "B", None), ("校历", "C", None),
    ("校历", "D", "2020-1-1"),
    ("期初", "A", "没有的计量"), ("期初", "B", "没有的类别"), ("期初", "C", "班级"), ("期初", "D", NOWHERE),
    ("期初", "F", "许多"), ("期初", "I", "2099-1-1"), ("期初", "J", None),
    ("事项", "B", "庙会"), ("事项", "C", NOWHERE), ("事项", "E", "2020-1-1"), ("事项", "G", "读书节"),
]  # fmt: skip

# Rows that are added, each a list of cells from the left, and the column to blame in the last of them.
ADDED: list[tuple[str, list[list[Any]], str]] = [
    ("单位", [["云岭镇", "乡镇"]], "A"),
    ("单位", [[None, "学校", "云岭镇"]], "A"),
    ("单位", [[LONG, "学校"]], "A"),
    ("单位", [["新建小学", "学校", NOWHERE]], "C"),
    ("单位", [["新建乡", "乡镇", "云岭镇中心小学"]], "C"),
    ("单位", [["环山小学", "学校", "环山小学"]], "C"),
    ("单位", [["东小学", "学校", None, None, None, "dong"], ["东中学", "学校", None, None, None, "dong"]], "F"),
    ("单位", [["西小学", "学校", None, None, None, "西小学"]], "F"),
    ("单位", [["北小学", "学校", None, None, None, None, None, "撤销"]], "H"),
    ("单位", [["云溪县教育局", "科室"]], "A"),
    ("人员", [[None, "办公室", "科员"]], "A"),
    ("人员", [["甲同名", "办公室"], ["甲同名", "办公室"]], "A"),
    ("人员", [["乙记号", "办公室", None, None, None, "x9"], ["丙记号", "人事科", None, None, None, "x9"]], "F"),
    ("人员", [["丁先走", "办公室", None, "2020-9-1", "2019-9-1"]], "E"),
    ("成员", [["戊成员", "办公室", "联络员"], ["戊成员", "办公室", "复核员"]], "A"),
    ("成员", [["己成员", "办公室", "联络员", "same.name"], ["庚成员", "人事科", "联络员", "same.name"]], "D"),
    ("成员", [["辛成员", "办公室", "联络员", *[None] * 2, None, "2026-9-1", "2026-8-1"]], "H"),
    ("成员", [["壬成员", "办公室", "联络员", *[None] * 4, "2025-8-1"]], "H"),
    ("队组", [["办公室党支部", "党支部", "办公室"]], "A"),
    ("队组", [["两头队", "志愿服务队", "办公室", *[None] * 4, "2026-9-1", "2026-8-1"]], "I"),
    ("校历", [["学期", "第三学期", "2026-9-1", "2029-9-1"]], "D"),
    ("校历", [["学期", "2025—2026学年第二学期", "2026-2-23", "2026-7-4"]], "C"),
    ("校历", [["学期", "第二学期", "2026-7-1", "2026-7-31"]], "C"),
    ("期初", [["教育经费", "财政教育拨款", *[None] * 3, "3.217", *[None] * 3, "决算"]], "F"),
    ("期初", [["本科达线人数", *[None] * 4, 9, 8, None, None, "总结"]], "G"),
    ("期初", [["走访企业", *[None] * 4, 3, None, None, "2024-12-31", "总结"]] * 2, "A"),
    ("事项", [["读书节", "活动"]], "A"),
]

OPENINGS: list[list[Any]] = [
    ["走访农户", None, None, None, None, 170, None, None, "2025-12-31", "2025年工作总结", None],
    ["学习活动", "中心组学习", None, None, None, "1,012", None, None, "2025-12-31", "2025年工作总结", None],
    ["创建成的单位", "文明校园", "市级", "云岭镇", "市文明校园", 1, None, None, "2025-12-31", "命名决定", None],
]  # fmt: skip

Damage = Callable[[Book, Random, set[tuple[str, int]]], str]


def _spoil(sheet: str, column: str, value: Any) -> Damage:
    def damage(book: Book, chance: Random, used: set[tuple[str, int]]) -> str:
        free = [at for at in range(1, len(book[sheet])) if (sheet, at) not in used and _is_own(sheet, book[sheet][at])]
        if not free:
            return ""
        at = chance.choice(free)
        used.add((sheet, at))
        row = book[sheet][at]
        row += [None] * 11
        row["ABCDEFGHIJK".index(column)] = value
        return f"{sheet}!{column}{at + 1}"

    return damage


def _add(sheet: str, rows: list[list[Any]], column: str) -> Damage:
    def damage(book: Book, chance: Random, used: set[tuple[str, int]]) -> str:
        book[sheet] += [list(row) for row in rows]
        used |= {(sheet, len(book[sheet]) - 1 - back) for back in range(len(rows))}
        return f"{sheet}!{column}{len(book[sheet])}"

    return damage


def _is_own(sheet: str, row: list[Any]) -> bool:
    """Not one that another damage speaks of."""
    return row[0] not in ("办公室党支部", "读书节") and row[1] not in ("2025—2026学年第二学期",) and sheet != ""


DAMAGES = [*(_spoil(*one) for one in SPOILT), *(_add(*one) for one in ADDED)]


@pytest.fixture
def eve(county: Unit) -> Member:
    return member("eve", county, Role.ADMIN)


def sound(seed: int = 1) -> Book:
    return sample(units=22, staff=60, seed=seed) | {"期初": [OPENING, *(list(row) for row in OPENINGS)]}


def test_without_damage_nothing_is_told(eve: Member):
    assert bureau_preview(content=as_xlsx(sound()), actor=eve).problems == ()


@pytest.mark.parametrize("first", range(0, _BOOKS, _EACH))
def test_each_fault_is_told_at_its_cell(eve: Member, first: int):
    for seed in range(first, first + _EACH):
        chance = Random(f"damaged/{seed}")
        book, used = sound(seed), set[tuple[str, int]]()
        chosen = chance.sample(DAMAGES, chance.randint(1, 6))
        wanted = sorted(filter(None, [damage(book, chance, used) for damage in chosen]))
        preview = bureau_preview(content=as_xlsx(book), actor=eve)
        told = [problem_text(problem) for problem in preview.problems]
        assert sorted({problem.source for problem in preview.problems}) == wanted, (seed, told)
        assert len(told) == len(wanted), (seed, told)
    assert Unit.objects.count() == 4
    assert not Person.objects.exists() and not Member.objects.exclude(pk=eve.pk).exists()
    assert not OpeningFigure.objects.exists()
    assert not AuditRow.objects.exclude(action="unit.open").exists()


@pytest.mark.parametrize("damage", DAMAGES, ids=[*map(str, SPOILT), *map(str, ADDED)])
def test_each_damage_by_itself(eve: Member, damage: Damage):
    book = sound()
    wanted = damage(book, Random(1), set())
    told = [problem_text(problem) for problem in bureau_preview(content=as_xlsx(book), actor=eve).problems]
    assert [text.partition(": ")[0] for text in told] == ([wanted] if wanted else []), told
