"""On-site inspections of a demo year: one every quarter, by the publicity office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene

_VISITS = (
    ("食堂配餐", "食堂后厨", "查看留样与配餐记录，配餐车晚到二十分钟。", "配餐车没有备用车"),
    ("放学秩序", "学校东门", "放学十五分钟内车辆排队约六十辆，值守三人。", "家长等候区没有遮雨棚"),
    ("宿舍热水", "二号宿舍楼", "锅炉已更换配件，当日水温正常。", ""),
    ("跑道检测", "运动场", "查看检测报告原件，结果合格，已张贴。", ""),
)


def planned(scene: Scene) -> Iterator[Planned]:
    schools = scene.some(scene.schools, len(_VISITS))
    for month, school, (about, place, notes, found) in zip((3, 6, 9, 11), schools, _VISITS, strict=True):
        day = scene.worked(date(scene.year, month, scene.chance.randint(3, 24)))
        went = scene.roster(scene.office("publicity"))[:2]
        values: dict[str, Any] = {
            "seen": scene.unit(school),
            "place": place,
            "went": "、".join(person.name for person in went),
            "notes": notes,
            "findings": [{"text": found}] if found else [],
        }
        photo = scene.paper(f"{scene.name(school)}{about}现场照片", day=day, form="png")
        yield Planned("inspection", scene.office("publicity"), f"{about}现场调查", day, values, (photo,))
