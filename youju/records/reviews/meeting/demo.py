"""Review meetings of a demo year: each autumn in towns and in schools directly below the bureau."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from youju.lib.spread import about_evenly, evenly, fill
from youju.records.declared.planned import Planned, PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.heads.ledgered import Ledgered
from youju.records.reviews.meeting.models import GuestGroup

_DAY = timedelta(days=1)
# Who is asked to a meeting, and how many of a dozen they are.
_GROUPS = ((GuestGroup.DEPUTIES, 2), (GuestGroup.ADVISERS, 1), (GuestGroup.PARENTS, 6), (GuestGroup.RESIDENTS, 3))
_OPINIONS = (
    "希望课后服务多开设体育和艺术项目", "校门口放学时段车辆拥堵，建议错峰放学", "食堂菜品可以再丰富一些",
    "家长会的时间希望安排在晚上", "建议增加图书借阅的时间", "希望老师多用电话与家长联系", "操场的照明可以开到晚上八点",
    "建议公开校服采购的过程", "作业量不均衡，希望学科之间协调",
)  # fmt: skip
# What units did about an opinion; so many meetings have one or two that were followed up.
_SETTLED = {
    "希望课后服务多开设体育和艺术项目": "已增设体育、艺术社团，每周两次。",
    "校门口放学时段车辆拥堵，建议错峰放学": "已分年级错峰放学，门口加派护学岗。",
    "食堂菜品可以再丰富一些": "已调整菜谱，每周公布一次。",
    "家长会的时间希望安排在晚上": "家长会改在周五晚上七点。",
    "建议增加图书借阅的时间": "图书室午间和放学后开放。",
}
_FOLLOWED_UP = 9


def planned(scene: Scene) -> Iterator[Planned | PlannedCase]:
    numbers = scene.numbers
    units = [*evenly(scene.towns, numbers["review_towns"]), *evenly(scene.direct, numbers["review_schools"])]
    guests = about_evenly(numbers["guests"], len(units), scene.chance)
    for place, (unit, came) in enumerate(zip(units, guests, strict=True)):
        day = scene.worked(date(scene.year, 11, scene.chance.randint(3, 26)))
        opinions = scene.chance.sample(_OPINIONS, scene.chance.randint(3, 6))
        paper = scene.paper(f"{scene.name(unit)}教育行风评议会记录", f"到会代表{came}人。", day=day, form="pdf")
        values = {
            "place": "会议室",
            "presentations": "行风建设情况汇报",
            "occasion": scene.occasion("conduct-reviews"),
            "guests": _guests(came, scene),
            "opinions": [{"text": opinion, "group": GuestGroup.PARENTS} for opinion in opinions],
        }
        yield Planned("meeting", unit, f"{scene.name(unit)}教育行风评议会", day, values, (paper,))
        if place < _FOLLOWED_UP:
            followed = [opinion for opinion in opinions if opinion in _SETTLED][:2]
            yield from (_followup(scene, unit, day, opinion, late=not place) for opinion in followed)


def _followup(scene: Scene, unit: str, met: date, opinion: str, *, late: bool) -> PlannedCase:
    """Raised two weeks after the meeting, when it is written down, due in two more; what is late, done in January."""
    raised = met + 14 * _DAY
    done_on = scene.worked(date(scene.year + 1, 1, 15) if late else raised + scene.chance.randint(6, 11) * _DAY)
    values = {
        "note": opinion, "owner": scene.liaison(unit), "due_on": raised + 14 * _DAY,
        "source": partial(_meeting, unit, scene.year),
    }  # fmt: skip
    done = {"done_on": done_on, "outcome": _SETTLED[opinion]}
    moves = (
        PlannedMove("finish", done_on, values=done),
        PlannedMove("confirm", scene.worked(done_on + 2 * _DAY), "officer"),
    )
    return PlannedCase("followup", unit, opinion, raised, values, by="officer", moves=moves)


def _meeting(unit: str, year: int) -> Ledgered:
    met: Ledgered = Ledgered.objects.filter(kind="meeting", unit__code=unit, happened__year=year).earliest("pk")
    return met


def _guests(came: int, scene: Scene) -> list[dict[str, Any]]:
    """So many over the groups, by their shares; of each some more were invited."""
    by_group = fill(came, [share * came for _group, share in _GROUPS], scene.chance)
    return [
        {"group": group, "invited": count + scene.chance.randint(0, 3), "came": count}
        for (group, _share), count in zip(_GROUPS, by_group, strict=True)
    ]
