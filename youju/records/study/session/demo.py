"""Study sessions of a demo year: the leading group's, every quarter a branch's, and some of the staff."""

from collections.abc import Collection, Iterator
from datetime import date

from youju.lib.spread import fill
from youju.orgs.groups import GroupSort
from youju.records.declared.planned import Paper, Planned
from youju.records.declared.scene import Scene
from youju.records.study.session.attendance import Mark, Marked, Marks
from youju.records.study.session.models import StudySort

_TOPICS = (
    "全会精神", "教育强国建设规划纲要", "党的纪律处分条例", "意识形态工作责任制", "师德师风建设",
    "立德树人根本任务", "安全生产重要论述", "未成年人保护法", "统计法与数据质量", "中华优秀传统文化",
    "基础教育综合改革", "调查研究方法",
)  # fmt: skip
_BRANCHES, _STAFF = 24, 12
# Whose list a session of a sort takes.
_GROUPS = {
    StudySort.CENTER_GROUP: GroupSort.LEADING_GROUP,
    StudySort.BRANCH: GroupSort.BRANCH,
    StudySort.STAFF: GroupSort.STAFF,
}


def planned(scene: Scene) -> Iterator[Planned]:
    yield from _leading_group(scene)
    yield from _branches(scene)
    yield from _staff(scene)


def _leading_group(scene: Scene) -> Iterator[Planned]:
    months = scene.months(scene.numbers["center_sessions"])
    size = len(scene.people(scene.county, GroupSort.LEADING_GROUP))
    away = fill(scene.numbers["center_absent"], [size - 1] * len(months), scene.chance)
    for place, (month, missing) in enumerate(zip(months, away, strict=True), 1):
        number = scene.chance.randint(3, 13) if place % 2 else scene.chance.randint(14, 26)
        day = scene.worked(date(scene.year, month, number))
        topic = _TOPICS[(place + scene.year) % len(_TOPICS)]
        name = f"局党委中心组第{place}次学习"
        papers = (
            scene.paper(f"{name}签到表", f"专题：{topic}", day=day, form="pdf"),
            scene.paper(f"{name}会议记录", f"专题：{topic}", day=day, form="txt"),
        )
        absent = scene.chance.sample(range(size), missing)
        title = f"局党委中心组第{place}次集中学习"
        yield _session(scene, scene.county, title, day, StudySort.CENTER_GROUP, topic, papers, absent)


def _branches(scene: Scene) -> Iterator[Planned]:
    branches = [*scene.offices, *scene.some(scene.schools, _BRANCHES - len(scene.offices))]
    for quarter in range(4):
        topic = _TOPICS[(quarter * 3 + scene.year) % len(_TOPICS)]
        for unit in branches:
            day = scene.day(quarter * 3 + 1, quarter * 3 + 3)
            paper = scene.paper(f"{scene.name(unit)}支部学习记录（{quarter + 1}季度）", topic, day=day, form="txt")
            size = len(scene.people(unit, GroupSort.BRANCH))
            away = [scene.chance.randrange(size)] if scene.chance.random() < 0.3 else []
            title = f"{scene.name(unit)}党支部集中学习：{topic}"
            yield _session(scene, unit, title, day, StudySort.BRANCH, topic, (paper,), away)


def _staff(scene: Scene) -> Iterator[Planned]:
    for unit in scene.some(scene.schools, _STAFF):
        day = scene.day(2, 11)
        paper = scene.paper(f"{scene.name(unit)}教职工学习现场照片", day=day, form="png")
        title = f"{scene.name(unit)}教职工政治学习"
        yield _session(scene, unit, title, day, StudySort.STAFF, _TOPICS[4], (paper,))


def _session(
    scene: Scene, unit: str, title: str, day: date, sort: StudySort, topic: str, papers: tuple[Paper, ...],
    away: Collection[int] = (),
) -> Planned:  # fmt: skip
    """away: the places on the group's list of those on leave; everybody else came."""
    marks = Marks(
        Marked(person, Mark.LEAVE, "因公外出") if place in away else Marked(person, Mark.PRESENT)
        for place, person in enumerate(scene.people(unit, _GROUPS[sort]))
    )
    group = scene.group(unit, _GROUPS[sort])
    values = {"sort": str(sort), "topic": topic, "group": group, "guests": None, "marks": marks}
    return Planned("session", unit, title, day, values, papers)
