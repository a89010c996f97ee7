"""Visits of a demo year: every month an office goes to households it has not seen yet, and to some once more."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.lib.spread import share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.volunteering.visit.visited import VisitSort, visited_named

_VILLAGES = (
    "王家沟村", "石桥村", "柳树湾村", "上坪村", "下坪村", "枫林村", "杨家坝村", "清泉村", "大岭村", "团山村",
    "双河村", "竹园村", "茶亭村", "新塘村", "白沙村", "松岗村", "望月村", "龙潭村", "梅溪村", "金家湾村",
)  # fmt: skip
# One more or less than the villages, so that no two households of a village bear one name.
_SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁"
_GIVEN = ("长顺", "桂英", "德全", "秀兰", "建国", "玉珍", "志强", "春梅", "福生", "翠华", "明亮", "金凤")
_ENTERPRISES = (
    "溪云纸业有限公司", "清河食品厂", "云岭茶业合作社", "鑫达机械厂", "绿野农机公司", "长兴服装厂", "兴源建材公司",
    "云溪竹器社", "惠民超市", "金桥物流公司", "百草药材公司", "新禾种业公司", "山水旅游公司", "同心印刷厂",
)  # fmt: skip
_BROUGHT = ("送去米面油", "送去春耕种子", "送去学习用品", "讲解资助政策", "帮助秋收", "送去棉被两床")
_NEEDS = ("孩子上学路远，希望安排校车", "孙子外地上学，想了解资助政策", "屋后护坡松动，担心雨季", "希望介绍就近务工")


def planned(scene: Scene) -> Iterator[Planned]:
    yield from _households(scene)
    yield from _enterprises(scene)


def _households(scene: Scene) -> Iterator[Planned]:
    known: dict[str, list[int]] = defaultdict(list)
    first = 0
    for month, count in enumerate(share(scene.numbers["households"], 12, scene.chance, least=4), 1):
        office = scene.offices[month % len(scene.offices)]
        new = range(first, first + count)
        first += count
        known[office] += new
        again = scene.chance.choices(known[office], k=scene.chance.randint(6, 16))
        for number in (*new, *again):
            place = _VILLAGES[number % len(_VILLAGES)]
            name = _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number % len(_GIVEN)]
            yield _visit(scene, office, VisitSort.HOUSEHOLD, place, name, month)


def _enterprises(scene: Scene) -> Iterator[Planned]:
    for number in range(scene.numbers["enterprises"]):
        office = scene.offices[number % len(scene.offices)]
        for month in (3, 10) if number < 2 else (3,):
            yield _visit(scene, office, VisitSort.ENTERPRISE, "县经济开发区", _ENTERPRISES[number], month)


def _visit(scene: Scene, unit: str, sort: VisitSort, place: str, name: str, month: int) -> Planned:
    day = date(scene.year, month, scene.chance.randint(3, 26))
    went = scene.chance.sample(list(scene.roster(unit)), 2)
    values: dict[str, Any] = {
        "sort": str(sort),
        "visited": visited_named(sort, place, name, scene.unit(unit)),
        "went": "、".join(map(str, went)),
        "brought": scene.chance.choice(_BROUGHT) if sort == VisitSort.HOUSEHOLD else "了解用工与职工子女入学情况",
        "need": scene.chance.choice(_NEEDS) if scene.chance.random() < 0.15 else "",
        "occasion": scene.occasion("household-visits"),
    }
    title = f"走访{place}农户" if sort == VisitSort.HOUSEHOLD else f"走访{name}"
    told = (f"走访人员：{values['went']}", values["brought"], f"登记编号：{scene.chance.randrange(10_000):04}")
    paper = scene.paper(f"{title}登记表（{month}月{day.day}日）", *told, day=day, form="txt")
    return Planned("visit", unit, title, day, values, (paper,))
