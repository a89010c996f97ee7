"""Study reports of a demo year: every leader of every school writes the least that is asked, some write more."""

from collections.abc import Iterator

from youju.orgs.groups import GroupSort
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.study.report.models import ReportSort

_ABOUT = (
    "课堂教学改革", "教研组建设", "师德师风建设", "寄宿制管理", "家校共育", "校园安全", "课后服务", "青年教师培养",
    "劳动教育", "心理健康教育", "作业管理", "劝学与控辍",
)  # fmt: skip


def planned(scene: Scene) -> Iterator[Planned]:
    for unit in scene.schools:
        day = scene.day(3, 11)
        above = scene.unit(scene.above(unit))
        paper = scene.paper(f"{above.short_name or above.name}各校领导班子学习报告汇编（{day.month}月）", day=day)
        rows = [row for leader in scene.people(unit, GroupSort.LEADERS) for row in _texts(scene, leader)]
        values = {"sort": ReportSort.REPORT, "writings": rows}
        yield Planned("report", unit, f"{scene.name(unit)}领导班子成员学习报告", day, values, (paper,))


def _texts(scene: Scene, leader: object) -> list[dict[str, object]]:
    """One leader in four writes more than the least."""
    count = scene.numbers["report_minimum"] + scene.chance.choice((0, 0, 0, 1))
    return [{"person": leader, "name": f"{about}的学习与思考"} for about in scene.chance.sample(_ABOUT, count)]
