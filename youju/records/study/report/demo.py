"""Study reports of a demo year: every leader of every school writes the least that is asked, most write more."""

from collections.abc import Iterator

from youju.orgs.groups import GroupSort
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.study.report.models import ReportSort

_ABOUT = (
    "课堂教学改革", "教研组建设", "师德师风建设", "寄宿制管理", "家校共育", "校园安全", "课后服务", "青年教师培养",
    "劳动教育", "心理健康教育", "作业管理", "劝学与控辍",
)  # fmt: skip
# How many a leader writes at most where nobody asks for more: one school in four writes no more than it must.
_AT_MOST = (1, 3, 4, 4)


def planned(scene: Scene) -> Iterator[Planned]:
    for unit in scene.schools:
        day = scene.day(3, 11)
        above = scene.unit(scene.above(unit))
        paper = scene.paper(f"{above.short_name or above.name}各校领导班子学习报告汇编（{day.month}月）", day=day)
        most = scene.chance.choice(_AT_MOST)
        rows = [row for leader in scene.people(unit, GroupSort.LEADERS) for row in _texts(scene, leader, most)]
        values = {"sort": ReportSort.REPORT, "writings": rows}
        yield Planned("report", unit, f"{scene.name(unit)}领导班子成员学习报告", day, values, (paper,))


def _texts(scene: Scene, leader: object, most: int) -> list[dict[str, object]]:
    count = max(scene.numbers["report_minimum"], scene.chance.randint(1, most))
    return [{"person": leader, "name": f"{about}的学习与思考"} for about in scene.chance.sample(_ABOUT, count)]
