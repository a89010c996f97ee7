"""Briefs of a demo year: what schools and offices had to tell, submitted to three bulletins, and what those took."""

from collections.abc import Iterator
from datetime import date, timedelta

from youju.lib.spread import fill, share
from youju.records.declared.planned import PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.publicity.outlet.demo_outlets import outlets, write_outlets
from youju.records.publicity.outlet.models import Outlet

_BULLETINS = ("xiyun-gov-info", "xiyun-gov-info", "wangchuan-edu-info", "qinglan-edu-info")
_BRIEFS = (
    "推出课后服务便民举措", "开通校门口家长等候区", "公开招生咨询电话", "为学生减免借阅证工本费", "延长图书馆开放时间",
    "设立午间家长热线", "上门为病休学生送教", "公布校车线路和时刻", "简化转学办理材料", "向社区开放运动场地",
    "开展暑期托管服务", "建立家校矛盾调解室",
)  # fmt: skip


def begin(scene: Scene) -> None:
    write_outlets()


def planned(scene: Scene) -> Iterator[PlannedCase]:
    done, rest = scene.numbers["information_adopted"], scene.numbers["information_rest"]
    whole, rows = share(done + rest, 12, scene.chance, least=1), outlets()
    left = fill(rest, whole, scene.chance)
    for month, (count, missed) in enumerate(zip(whole, left, strict=True), 1):
        for place in range(count):
            yield _brief(scene, rows[scene.chance.choice(_BULLETINS)], month, adopted=place >= missed)


def _brief(scene: Scene, adopter: Outlet, month: int, *, adopted: bool) -> PlannedCase:
    unit, day = scene.chance.choice(scene.schools), scene.day(month, month)
    title, told = f"{scene.name(unit)}{scene.chance.choice(_BRIEFS)}", date(scene.year, month, 28)
    notice = scene.decision(adopter.name, f"{month}月信息采用情况通报", told)
    if adopted:
        values = {"adopted_on": told, "issue": f"{month}月采用情况通报"}
        end = PlannedMove("adopt", told, "officer", values, papers=(notice,))
    else:
        end = PlannedMove("decline", told, "officer", papers=(notice,))
    moves = (PlannedMove("submit", min(day + timedelta(days=2), told), "officer"), end)
    return PlannedCase("brief", unit, title, day, {"adopter": adopter, "note": ""}, moves=moves)
