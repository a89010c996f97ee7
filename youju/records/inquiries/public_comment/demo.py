"""Signed comments of a demo year: every other month one on the bureau's own account."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.publicity.outlet.demo_outlets import outlets, write_outlets

_ANSWERS = (
    ("校服选购", "校服由家长自愿选购，学校不统一收费，问题可拨打办公电话核实。"),
    ("课后服务收费", "课后服务按公示标准收费，中途退出按天退还。"),
    ("寒假放假时间", "放假时间以县教育局公布的校历为准，已在官网发布。"),
)


def begin(scene: Scene) -> None:
    write_outlets()


def planned(scene: Scene) -> Iterator[Planned]:
    account = outlets()["xiyun-edu"]
    for place, month in enumerate(range(2, 13, 2)):
        about, words = _ANSWERS[place % len(_ANSWERS)]
        day = date(scene.year, month, scene.chance.randint(3, 24))
        paper = scene.paper(f"回应{about}截图（{month}月）", day=day, form="png")
        values: dict[str, Any] = {
            "outlet": account,
            "link": f"https://mp.xiyun.example/s/{day:%Y%m%d}",
            "words": words,
            "about": f"https://bbs.xiyun.example/q/{day:%Y%m%d}",
        }
        yield Planned("publiccomment", scene.office("publicity"), f"回应{about}", day, values, (paper,))
