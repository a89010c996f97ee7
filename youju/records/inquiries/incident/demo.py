"""Incidents of a demo year: most were answered and dealt with, some passed on to whom they concerned."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from youju.lib import clock
from youju.records.declared.planned import PlannedCase, PlannedMove
from youju.records.declared.scene import Scene

_DAY = timedelta(days=1)
_NOTICED = (8, 9)  # the hours: somebody on duty writes it down at ten
# What is about, what is said of it, and what the facts are. All of it is invented.
_MATTERS = (
    ("学校午餐", "称某校午餐分量偏少", "partly", "当日配餐车晚到二十分钟，部分班级加菜不及时，已补餐。"),
    ("校服费用", "称校服强制购买", "untrue", "校服由家长自愿选购，未购买的学生有十一名，均未受影响。"),
    ("放学时段拥堵", "称校门口放学时交通混乱", "true", "周五放学时段车辆集中，已与交警部门商定错峰。"),
    ("课后服务收费", "称课后服务乱收费", "untrue", "收费按公示标准执行，退费渠道畅通。"),
    ("塑胶跑道气味", "称新跑道有异味", "partly", "施工未满一个月，已委托检测，结果合格并公布。"),
    ("宿舍热水", "称宿舍连续三天没有热水", "true", "锅炉检修超时，已更换配件并发放水票。"),
    ("分班传闻", "称分班不公开", "untrue", "分班由摇号产生，家长代表全程在场。"),
    ("食堂价格", "称食堂涨价", "partly", "两个窗口更换菜品，价格经膳食委员会通过。"),
)
# What was not the bureau's to deal with, and whose it was.
_OTHERS = (("校外摊点卫生", "县市场监督管理局"), ("路口信号灯故障", "县公安局交警大队"), ("小区停车纠纷", "所在镇政府"))


def planned(scene: Scene) -> Iterator[PlannedCase]:
    for place in range(scene.numbers["incidents"]):
        yield _handled(scene, place)
    for place in range(scene.numbers["incidents_passed_on"]):
        yield _passed_on(scene, place)


def _handled(scene: Scene, place: int) -> PlannedCase:
    about, said, finding, facts = _MATTERS[place % len(_MATTERS)]
    day = scene.day(1, 11)
    noticed, hours = _at(day, scene.chance.randint(*_NOTICED)), scene.chance.randint(3, 30)
    answered = noticed + timedelta(hours=hours, minutes=25)
    told = clock.day_of(answered) + _DAY
    paper = scene.paper(f"第{place + 1}起突发舆情处置报告", "核实、回应、线下处理和结案。", day=told + 6 * _DAY)
    answer = {
        "answered_at": answered,
        "answer": f"关于{about}的情况说明：{facts}",
        "answer_link": f"https://www.xiyun.example/notice/{scene.year}{place + 1:02}.html",
    }
    review = {"review": "核实及时，回应口径一致。", "tasks": "把常见问题写入问答口径" if place % 2 else ""}
    moves = (
        PlannedMove("verify", day, "officer", _facts(noticed, finding, facts)),
        PlannedMove("answer", told, "officer", answer),
        PlannedMove("offline", told + _DAY, "officer", reason="与反映的家长当面沟通，问题已解决。"),
        PlannedMove("close", told + 6 * _DAY, "colleague", review, papers=(paper,)),
    )
    return _case(scene, f"{about}（第{place + 1}起）", day, noticed, said, moves)


def _passed_on(scene: Scene, place: int) -> PlannedCase:
    about, whose = _OTHERS[place % len(_OTHERS)]
    day = scene.day(1, 11)
    noticed = _at(day, scene.chance.randint(*_NOTICED))
    paper = scene.paper(f"第{place + 1}件舆情线索移送函", "不属教育部门职责，移送有关部门。", day=day + _DAY)
    move = PlannedMove(
        "transfer", day + _DAY, "officer", {"passed_to": whose}, reason="不属教育部门职责", papers=(paper,)
    )
    return _case(scene, about, day, noticed, "", (move,))


def _case(
    scene: Scene, title: str, day: date, noticed: datetime, said: str, moves: tuple[PlannedMove, ...]
) -> PlannedCase:
    values: dict[str, Any] = {
        "noticed_at": noticed,
        "reported_at": noticed + timedelta(minutes=20),
        "link": f"https://bbs.xiyun.example/t/{noticed:%m%d%H}",
        "note": said,
        "owner": scene.member("officer"),
    }
    return PlannedCase("incident", scene.office("publicity"), title, day, values, "officer", moves)


def _facts(noticed: datetime, finding: str, facts: str) -> dict[str, Any]:
    return {"finding": finding, "facts_found": facts, "noticed_at": noticed}


def _at(day: date, hour: int) -> datetime:
    """An hour of the office's day, which is eight hours ahead."""
    return datetime(day.year, day.month, day.day, hour - 8, tzinfo=UTC)
