"""Standing things of a demo year: places and rules from before the ledger, programmes that schools join, some ended."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from youju.records.declared.planned import Paper, PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.standing.thing.parts import Listed
from youju.records.standing.thing.sorts import ThingSort, Topic

_RULES = (
    "网络值班制度", "联络员联系制度", "电话联系制度", "网络评论回应制度", "线下处理制度", "现场调查制度",
    "正面回应制度", "工作例会制度", "考核制度", "首问负责制度", "信息报送制度", "部门会商制度", "档案管理制度",
)  # fmt: skip


class _Programme(NamedTuple):
    """number: how many schools there are in it. step: by which walk of the schools they are chosen."""

    topic: Topic
    number: str
    title: str
    step: int


_PROGRAMMES = (
    _Programme(Topic.THOUGHT_RESEARCH, "thought_schools", "本土教育家思想研究", 7),
    _Programme(Topic.HERITAGE, "heritage_schools", "剪纸与地方戏进校园", 3),
    _Programme(Topic.PATRIOTIC, "patriotic_schools", "红色故事讲述计划", 2),
)
# Sort, name, since when, where; those of the bureau itself.
_OWN = (
    (ThingSort.BOARD, "局机关宣传栏", 2018, "一楼大厅"),
    (ThingSort.SCREEN, "局大门电子显示屏", 2020, "大门东侧"),
    (ThingSort.COLUMN, "溪云教育名师风采专栏", 2021, "县电视台"),
    (ThingSort.FUND, "溪云县奖教基金", 2018, ""),
    (ThingSort.ALLIANCE, "溪云县阅读教育联盟", 2019, ""),
    (ThingSort.SOCIETY, "溪云县教师合唱团", 2019, "县文化馆"),
)
# Of schools: sort, what it is called behind the school's name, where.
_OF_SCHOOLS = (
    (ThingSort.VENUE, "道德讲堂", "教学楼一层"),
    (ThingSort.READING_ROOM, "晨曦书吧", "图书馆二层"),
    (ThingSort.SCREEN, "校门电子显示屏", "校门口"),
    (ThingSort.BOARD, "社会主义核心价值观宣传栏", "操场东侧"),
    (ThingSort.BASE, "劳动实践基地", "校外农场"),
)
# So many of each have been reported in the first year, and in the second.
_EACH, _MORE = 6, 1


def planned(scene: Scene) -> Iterator[PlannedCase]:
    yield from _rules(scene)
    for programme in _PROGRAMMES:
        yield from _programme(scene, programme)
    if scene.before is None:
        yield from _own(scene)
    yield from _of_schools(scene)


def _rules(scene: Scene) -> Iterator[PlannedCase]:
    """All that is in force by the first year's end; in the later year what has come about."""
    first = 0 if scene.before is None else scene.before["mechanisms"]
    for place, rule in enumerate(_RULES[first : scene.numbers["mechanisms"]]):
        day = date(scene.year - 6 + place // 2, 5, 8) if scene.before is None else date(scene.year, 11, 20)
        title = f"网络舆情{rule}"
        paper = scene.paper(title, "目的、分工、流程和时限。", day=day)
        values = {"sort": ThingSort.RULE, "topic": Topic.ONLINE_OPINION, "document": f"关于印发《{title}》的通知"}
        yield _bureaus(scene, title, day, values, paper)
    if scene.before is None:
        day, ended = date(scene.year - 5, 9, 1), date(scene.year, 7, 1)
        values = {"sort": ThingSort.RULE, "document": "关于印发《校外培训巡查制度》的通知"}
        moves = (
            PlannedMove("report-end", ended, "officer", {"closed_on": ended}),
            PlannedMove("close", ended + timedelta(days=2), "colleague"),
        )
        plan = _bureaus(scene, "校外培训巡查制度", day, values, scene.paper("巡查制度", "巡查分工。", day=day))
        yield plan._replace(moves=(*plan.moves, *moves))


def _programme(scene: Scene, programme: _Programme) -> Iterator[PlannedCase]:
    """In the first year what has run for years, joined by more schools; in the later one a second batch."""
    schools = _walk(scene.schools, programme.step)
    first = 0 if scene.before is None else scene.before[programme.number]
    new = schools[first : scene.numbers[programme.number]]
    day = date(scene.year - 2, 9, 1) if scene.before is None else date(scene.year, 3, 1)
    title = programme.title if scene.before is None else f"{programme.title}（第二批）"
    there, joining = (new[: len(new) // 2], new[len(new) // 2 :]) if scene.before is None else (new, [])
    values = {
        "sort": ThingSort.PROGRAMME,
        "topic": programme.topic,
        "document": f"关于开展{title}的通知",
        "listed": [Listed(scene.unit(unit), None, day, None)._asdict() for unit in there],
    }
    plan = _bureaus(scene, title, day, values, scene.paper(f"{title}方案", "目标、措施与参与学校名单。", day=day))
    if joining:
        since = date(scene.year, 3, 1)
        units = [scene.unit(unit) for unit in joining]
        join = PlannedMove("join", since + timedelta(days=3), "officer", {"joining": units, "since": since})
        plan = plan._replace(moves=(*plan.moves, join))
    yield plan


def _own(scene: Scene) -> Iterator[PlannedCase]:
    for sort, title, year, place in _OWN:
        day = date(year, 4, 20) if year < scene.year else date(scene.year - 1, 4, 20)
        yield _bureaus(scene, title, day, {"sort": sort, "place": place}, scene.paper(title, "设立依据。", day=day))


def _of_schools(scene: Scene) -> Iterator[PlannedCase]:
    """What schools have reported in the course of the year."""
    half, count = (scene.schools[::2], _EACH) if scene.before is None else (scene.schools[1::2], _MORE)
    for sort, what, place in _OF_SCHOOLS:
        for unit in scene.some(half, count):
            day = scene.day(2, 10)
            paper = scene.paper(f"{scene.name(unit)}{what}照片", day=day, form="png")
            confirm = PlannedMove("confirm", day + timedelta(days=5), "officer")
            values = {"sort": sort, "place": place}
            yield PlannedCase(
                "thing", unit, f"{scene.name(unit)}{what}", day, values, moves=(confirm,), papers=(paper,)
            )


def _bureaus(scene: Scene, title: str, day: date, values: Mapping[str, object], paper: Paper) -> PlannedCase:
    """Reported by one officer and confirmed by the other; what is older than the year, in its first days."""
    told = max(day, date(scene.year, 1, 4))
    confirm = PlannedMove("confirm", told + timedelta(days=2), "colleague")
    return PlannedCase("thing", scene.county, title, day, values, "officer", (confirm,), (paper,))


def _walk(units: Sequence[str], step: int) -> list[str]:
    """All units in an order that is the same in both years."""
    return [unit for start in range(step) for unit in units[start::step]]
