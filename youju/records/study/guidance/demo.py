"""Guidance of a demo year: the publicity office sees how some schools study, in spring and in autumn."""

from collections.abc import Iterator
from datetime import date

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.study.guidance.models import GuidanceSort

_MONTHS = (4, 5, 10, 11)
_FINDINGS = (
    "学习记录未写明讨论发言", "补学没有安排到人", "签到表缺少两人签名", "学习计划未按月细化", "心得体会有雷同段落",
    "学习资料未归档",
)  # fmt: skip


def planned(scene: Scene) -> Iterator[Planned]:
    for place, school in enumerate(scene.some(scene.schools, scene.numbers["guidance_visits"])):
        day = date(scene.year, _MONTHS[place % len(_MONTHS)], scene.chance.randint(4, 26))
        sort = GuidanceSort.LISTENING if place % 3 == 0 else GuidanceSort.INSPECTION
        title = f"{'旁听' if sort == GuidanceSort.LISTENING else '督导'}{scene.name(school)}集中学习"
        found = scene.chance.sample(_FINDINGS, scene.chance.randint(0, 2))
        values = {
            "sort": sort, "seen": scene.unit(school), "topic": f"{day.month}月集中学习", "went": "",
            "findings": [{"text": text} for text in found],
        }  # fmt: skip
        paper = scene.paper(f"{title}记录", "；".join(found) or "未发现问题。", day=day)
        yield Planned("guidance", scene.office("publicity"), title, day, values, (paper,))
