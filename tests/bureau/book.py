"""An invented bureau's workbook for tests and benchmarks: sheets as lists of rows, and the same as bytes."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import product
from random import Random
from typing import Any

from openpyxl import Workbook

from youju.orgs.actors import CONSOLE
from youju.orgs.tree_verbs import NewUnit, units_add_many
from youju.orgs.units import Unit, UnitKind

Book = dict[str, list[list[Any]]]
COUNTY = "530323"

UNITS = ["单位名称", "单位类型", "上级单位", "简称", "其他叫法", "单位编码", "生效月份", "变动", "并入单位", "变动原因"]
PEOPLE = ["姓名", "所在单位", "职务", "到岗日期", "离开日期", "人员编号"]
MEMBERS = ["成员姓名", "所属单位", "角色", "登录名", "限定栏目", "角色所在单位", "角色起始日", "角色截止日", "停用账号"]
GROUPS = [
    "队组名称",
    "队组类型",
    "队组所属单位",
    "名单管理人",
    "队组成员",
    "退出成员",
    "变动日期",
    "成立日期",
    "撤销日期",
    "队组编码",
]
OPENING = [
    "统计什么",
    "类别",
    "级别",
    "期初所属单位",
    "名称",
    "数量",
    "总数",
    "起算日",
    "截止日",
    "依据文件",
    "发布单位",
]
CALENDAR = ["日期类别", "日期名称", "开始日", "结束日", "学期所属单位", "公布依据"]
OCCASIONS = ["事项名称", "事项类别", "负责单位", "开始于", "结束于", "事项别名", "事项编码"]

_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
_GIVEN = "文明建国志强海涛晓红丽娟秀英伟芳敏静磊洋勇艳杰霞平刚桂兰鹏飞玉梅雪松子涵梓萱浩宇欣怡思远嘉豪雨桐"
_PLACES = re.findall("..", "青山明湖望月临溪石桥清泉白云松林柳塘梅岭荷塘竹园星河红旗长安永丰和平东风新华光明")
_TOWNS = re.findall("...", "云岭镇溪口镇石门镇白沙乡青龙镇柳河乡花桥镇松坪乡金水镇玉田镇龙泉镇高坡乡")
_OFFICES = ("办公室", "人事科", "基础教育科", "组织宣传科", "计划财务科", "教研室")
_LEVELS = ("中心小学", "初级中学", "幼儿园", "第二小学", "第三小学")
_POSTS = ("校长", "副校长", "教导主任", "教师", "教师", "教师", "教师", "教师", "会计", "校医")


def found_county(name: str = "云溪县教育局") -> Unit:
    """The county with what is above it, as the founding makes it."""
    chain = [
        NewUnit("000000", UnitKind.NATION, "中国", None),
        NewUnit("530000", UnitKind.PROVINCE, "云南省", "000000"),
        NewUnit("530300", UnitKind.CITY, "曲靖市", "530000"),
        NewUnit(COUNTY, UnitKind.COUNTY, name, "530300", short_name="云溪县"),
    ]
    return units_add_many(units=chain, actor=CONSOLE)[-1]


def sample(*, units: int = 112, staff: int = 10_000, seed: int = 1) -> Book:
    """Six offices, twelve towns and schools with their staff; a liaison in each, and eight members in the bureau."""
    chance = Random(seed)
    placed = list(_units(units))
    names = _names(chance)
    people: list[list[Any]] = [[next(names), "云溪县教育局", "局领导", None, None, None] for _leader in range(9)]
    working = [row[0] for row in placed]
    for at in range(staff - len(people)):
        unit = working[at % len(working)]
        began = f"{chance.randint(1995, 2025)}-9-1"
        people.append([next(names), unit, _POSTS[at // len(working) % len(_POSTS)], began, None, None])
    first = {row[1]: row[0] for row in reversed(people)}
    members: list[list[Any]] = [[first[unit], unit, "联络员", *[None] * 6] for unit in working]
    bureau = ["科室干事", "科室干事", "签发人", "审计·档案", "管理员", "科室干事", "科室干事", "科室干事"]
    members += [[people[at][0], "云溪县教育局", role, *[None] * 6] for at, role in enumerate(bureau)]
    groups: list[list[Any]] = [
        [f"{unit}党支部", "党支部", unit, None, _two(people, unit), *[None] * 5] for unit in working
    ]
    groups.append(["局党委理论学习中心组", "理论学习中心组", "云溪县教育局", members[-1][0], "全体", *[None] * 5])
    calendar = [
        ["学期", "2025—2026学年第二学期", "2026-2-23", "2026-7-3", None, None],
        ["学期", "2026—2027学年第一学期", "2026年9月1日", "2027年1月22日", None, None],
    ]
    occasions = [["读书节", "活动", None, "2026-4-1", "2026-4-30", "全民阅读、书香校园", None]]
    return {
        "单位": [UNITS, *placed],
        "人员": [PEOPLE, *people],
        "成员": [MEMBERS, *members],
        "队组": [GROUPS, *groups],
        "校历": [CALENDAR, *calendar],
        "事项": [OCCASIONS, *occasions],
    }


def as_xlsx(book: Book) -> bytes:
    """The same as the bytes of a workbook."""
    made = Workbook(write_only=True)
    for name, rows in book.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _units(count: int) -> Iterator[list[Any]]:
    rest = [None] * 7
    offices, towns = list(_OFFICES), list(_TOWNS)
    schools: list[tuple[str, str | None]] = [(f"{town}{level}", town) for level, town in product(_LEVELS, towns)]
    schools += [(f"云溪县{place}{level}", None) for level, place in product(("小学", "中学", "幼儿园"), _PLACES)]
    for name in offices:
        yield [name, "科室", None, *rest]
    for name in towns:
        yield [name, "乡镇", None, *rest]
    for name, town in schools[: count - len(offices) - len(towns)]:
        yield [name, "学校", town, *rest]


def _names(chance: Random) -> Iterator[str]:
    """Names of which none comes twice."""
    every = [family + one + two for family, one, two in product(_FAMILY, _GIVEN, _GIVEN)]
    return iter(chance.sample(every, len(every)))


def _two(people: Sequence[Sequence[Any]], unit: str) -> str:
    found = [row[0] for row in people if row[1] == unit][:6]
    return "、".join([f"{found[0]}（书记）", *found[1:]])
