"""Activities of a demo year: contests with their winners, the arts show, and what schools held."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from youju.lib.spread import share
from youju.orgs.people import Person
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene

_CITY, _PROVINCE = "望川市教育局", "青岚省教育厅"
_EMPTY = {"prize": "", "rank": None, "genre": "", "person": None, "pupils": None, "unit": None, "stage": "", "work": ""}
_SHOWN = (("chorus", "no1-middle", "合唱《灯火里的中国》"), ("dance", "no2-middle", "舞蹈《田埂》"),
          ("drama", "experimental", "课本剧《草船借箭》"))  # fmt: skip


# How many schools of each stage have winners in the recitation contest.
_TAKE_PART = {"senior": 2, "junior": 3, "primary": 5, "kindergarten": 2}


class _Held(NamedTuple):
    """What a school holds. days: of which month and day; the year's chance takes one."""

    sort: str
    name: str
    place: str
    days: tuple[tuple[int, int], ...] = ()


_HELD = (
    _Held("memorial", "清明祭扫活动", "烈士陵园", ((4, 3), (4, 4))),
    _Held("memorial", "九一八纪念活动", "操场", ((9, 18),)),
    _Held("memorial", "庆国庆主题活动", "操场", ((9, 26), (9, 27))),
    _Held("memorial", "国家公祭日活动", "操场", ((12, 12), (12, 13))),
    _Held("moral_lecture", "道德讲堂", "报告厅"),
    _Held("lecture", "法治专题讲座", "报告厅"),
    _Held("reading", "读书节", "图书馆"),
    _Held("show", "迎新文艺演出", "礼堂", ((12, 26), (12, 27))),
    _Held("sports", "秋季运动会", "操场", ((10, 16), (10, 17), (10, 23))),
    _Held("practice", "劳动实践活动", "劳动基地"),
)


def planned(scene: Scene) -> Iterator[Planned]:
    yield _speeches(scene)
    yield from _teaching(scene)
    yield _arts_show(scene)
    yield _recitation(scene)
    for number in range(scene.numbers["school_activities"]):
        yield _held(scene, number)


def _speeches(scene: Scene) -> Planned:
    """The staff's speech contest: twice as many second prizes and one, three times as many third and two."""
    first, day = scene.numbers["speech_first"], date(scene.year, 6, 26)
    prizes = ["first_prize"] * first + ["second_prize"] * (2 * first + 1) + ["third_prize"] * (3 * first + 2)
    paper = scene.paper("教育系统主题演讲比赛评审结果", "一、二、三等奖名单。", day=day)
    values = {
        "sort": "contest", "place": "县教育局报告厅", "adults": 120 + scene.chance.randint(0, 30), "level": "county",
        "occasion": scene.occasion("speech-contest"), "results": _winners(scene, prizes),
    }  # fmt: skip
    return Planned("activity", scene.county, "教育系统主题演讲比赛", day, values, (paper,))


def _teaching(scene: Scene) -> Iterator[Planned]:
    """Two contests of teachers, of the province and of the city: three fifths of the prizes in the first of them."""
    for level, host, counts in (
        ("province", _PROVINCE, (("first_prize", "contest_first"), ("second_prize", "contest_second"))),
        ("city", _CITY, (("first_prize", "contest_first_city"),)),
    ):
        for code, name, month in (("skills-contest", "基本功大赛", 5), ("quality-lessons", "评优课", 11)):
            prizes = [prize for prize, key in counts for _one in range(_part(scene.numbers[key], month))]
            day = date(scene.year, month, 18)
            values = {
                "sort": "teaching_contest", "level": level, "host": host, "occasion": scene.occasion(code),
                "results": _winners(scene, prizes),
            }  # fmt: skip
            paper = scene.decision(host, f"公布{name}结果的通知", day)
            yield Planned("activity", scene.office("personnel"), f"{host}{name}获奖教师", day, values, (paper,))


def _part(number: int, month: int) -> int:
    first = number * 3 // 5
    return first if month == 5 else number - first


def _winners(scene: Scene, prizes: Sequence[str]) -> list[dict[str, Any]]:
    staff: dict[int, tuple[str, Person]] = {
        person.pk: (school, person) for school in scene.schools for person in scene.roster(school)
    }
    chosen = scene.chance.sample(list(staff.values()), len(prizes))
    return [
        _EMPTY | {"prize": prize, "person": person, "unit": scene.unit(school)}
        for prize, (school, person) in zip(prizes, chosen, strict=True)
    ]


def _arts_show(scene: Scene) -> Planned:
    day, about = date(scene.year, 5, 28), "公布中小学生艺术展演结果的通知"
    rows = [
        _EMPTY
        | {"genre": item, "rank": scene.numbers[item], "unit": scene.unit(f"{scene.county}.{school}"), "work": work}
        for item, school, work in _SHOWN
    ]
    values = {
        "sort": "show", "level": "city", "host": _CITY, "occasion": scene.occasion("arts-show"), "results": rows,
        "pupils": 90 + scene.chance.randint(0, 40),
    }  # fmt: skip
    return Planned(
        "activity", scene.office("arts"), "望川市中小学生艺术展演", day, values, (scene.decision(_CITY, about, day),)
    )


def _recitation(scene: Scene) -> Planned:
    """A contest of pupils: works entered, prizes by school and age group."""
    day, first = date(scene.year, 10, 22), scene.numbers["pupils_first"]
    by_stage = {
        stage: [each for each in scene.schools if _stage(scene, each)["stage"] == stage] for stage in _TAKE_PART
    }
    schools = [school for stage, count in _TAKE_PART.items() for school in scene.some(by_stage[stage], count)]
    rows = []
    for prize, total in (("first_prize", first), ("second_prize", 2 * first), ("third_prize", 3 * first)):
        for school, pupils in zip(schools, share(total, len(schools), scene.chance), strict=True):
            if pupils:
                rows.append(
                    _EMPTY | {"prize": prize, "pupils": pupils, "unit": scene.unit(school)} | _stage(scene, school)
                )
    values = {
        "sort": "contest", "place": "县图书馆", "pupils": 6 * first + scene.chance.randint(20, 60), "level": "county",
        "works": scene.numbers["works_entered"], "results": rows,
    }  # fmt: skip
    paper = scene.paper("中小学生经典诵读作品评选结果", "获奖作品按学校排列。", day=day)
    return Planned("activity", scene.office("basic"), "中小学生经典诵读作品评选", day, values, (paper,))


def _stage(scene: Scene, school: str) -> dict[str, str]:
    name = scene.name(school)
    named = (("幼儿园", "kindergarten"), ("小学", "primary"), ("高级中学", "senior"), ("中学", "junior"))
    return {"stage": next((stage for part, stage in named if part in name), "")}


def _held(scene: Scene, number: int) -> Planned:
    held = _HELD[number % len(_HELD)]
    # A school that keeps one of the memorial days keeps all four.
    turn = number // len(_HELD) * 6 if held.sort == "memorial" else number * 11
    unit = scene.schools[(turn + scene.year) % len(scene.schools)]
    day = date(scene.year, *scene.chance.choice(held.days)) if held.days else scene.day(3, 12)
    title = f"{scene.name(unit)}{held.name}"
    values = {
        "sort": held.sort, "place": held.place, "adults": scene.chance.randint(8, 30),
        "pupils": scene.chance.randint(60, 320),
    }  # fmt: skip
    return Planned("activity", unit, title, day, values, (scene.paper(f"{title}照片", day=day, form="png"),))
