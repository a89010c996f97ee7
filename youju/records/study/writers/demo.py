"""Expected writers of a demo year: the leaders of every school, fixed in the first weeks."""

from collections.abc import Iterator
from datetime import date

from youju.orgs.groups import GroupSort
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.study.writers.models import roster_rows


def planned(scene: Scene) -> Iterator[Planned]:
    for unit in scene.schools:
        day = date(scene.year, 1, scene.chance.randint(6, 24))
        paper = scene.paper(f"{scene.name(unit)}领导班子成员分工", day=day)
        values = {
            "group": scene.group(unit, GroupSort.LEADERS),
            "expected": roster_rows(scene.people(unit, GroupSort.LEADERS)),
        }
        yield Planned("writers", unit, f"{scene.year}年学习报告应写人员", day, values, (paper,))
