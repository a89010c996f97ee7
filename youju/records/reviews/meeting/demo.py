"""Review meetings of a demo year: each autumn in towns and in schools directly below the bureau."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from youju.lib.spread import evenly, fill, share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.reviews.meeting.models import GuestGroup

_FEWEST_GUESTS = 12
# Who is asked to a meeting, and how many of a dozen they are.
_GROUPS = ((GuestGroup.DEPUTIES, 2), (GuestGroup.ADVISERS, 1), (GuestGroup.PARENTS, 6), (GuestGroup.RESIDENTS, 3))
_OPINIONS = (
    "希望课后服务多开设体育和艺术项目", "校门口放学时段车辆拥堵，建议错峰放学", "食堂菜品可以再丰富一些",
    "家长会的时间希望安排在晚上", "建议增加图书借阅的时间", "希望老师多用电话与家长联系", "操场的照明可以开到晚上八点",
    "建议公开校服采购的过程", "作业量不均衡，希望学科之间协调",
)  # fmt: skip


def planned(scene: Scene) -> Iterator[Planned]:
    numbers = scene.numbers
    units = [*evenly(scene.towns, numbers["review_towns"]), *evenly(scene.direct, numbers["review_schools"])]
    guests = share(numbers["guests"], len(units), scene.chance, least=_FEWEST_GUESTS)
    for unit, came in zip(units, guests, strict=True):
        day = date(scene.year, 11, scene.chance.randint(3, 26))
        opinions = scene.chance.sample(_OPINIONS, scene.chance.randint(1, len(_OPINIONS)))
        paper = scene.paper(f"{scene.name(unit)}教育行风评议会记录", f"到会代表{came}人。", day=day, form="pdf")
        values = {
            "place": "会议室",
            "presentations": "行风建设情况汇报",
            "occasion": scene.occasion("conduct-reviews"),
            "guests": _guests(came, scene),
            "opinions": [{"text": opinion, "group": GuestGroup.PARENTS} for opinion in opinions],
        }
        yield Planned("meeting", unit, f"{scene.name(unit)}教育行风评议会", day, values, (paper,))


def _guests(came: int, scene: Scene) -> list[dict[str, Any]]:
    """So many over the groups, by their shares; of each some more were invited."""
    by_group = fill(came, [share * came for _group, share in _GROUPS], scene.chance)
    return [
        {"group": group, "invited": count + scene.chance.randint(0, 3), "came": count}
        for (group, _share), count in zip(_GROUPS, by_group, strict=True)
    ]
