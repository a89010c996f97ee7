"""Answering the public: inquiries, incidents, meetings. All totals of the bureau; nobody is named."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import fill, share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated


def answering(scene: Scene) -> Iterator[Planned]:
    yield from _inquiries(scene, "online", "网络咨询")
    yield from _inquiries(scene, "phone", "电话咨询")
    yield from _incidents(scene)
    yield from _meetings(scene)


def _by_month(scene: Scene, done: int, rest: int, least: int) -> Iterator[tuple[int, int, int]]:
    """Month, how many were dealt with, and out of how many."""
    whole = share(done + rest, 12, scene.chance, least=least)
    left = fill(rest, whole, scene.chance)
    for month, (all_of, open_) in enumerate(zip(whole, left, strict=True), 1):
        yield month, all_of - open_, all_of


def _inquiries(scene: Scene, channel: str, what: str) -> Iterator[Planned]:
    done, rest = scene.numbers[f"{channel}_answered"], scene.numbers[f"{channel}_open"]
    for month, answered, received in _by_month(scene, done, rest, least=4):
        day = date(scene.year, month, 26)
        paper = scene.paper(f"{month}月{what}办理清单", f"收到{received}条，答复{answered}条。", day=day, form="txt")
        yield stated(
            scene, f"{month}月{what}办理情况", "inquiries.answered", answered, paper,
            unit=scene.office("general"), category=channel, whole=received,
        )  # fmt: skip


def _incidents(scene: Scene) -> Iterator[Planned]:
    """One record each: dealt with (one of one), or found and passed on to whom it concerned."""
    rest = {"unit": scene.office("publicity")}
    for place in range(1, scene.numbers["incidents"] + 1):
        paper = scene.paper(f"第{place}起突发舆情处置报告", "核实、回应、线下处理和结案。", day=scene.day())
        yield stated(scene, f"处置第{place}起突发舆情", "incidents.handled", 1, paper, whole=1, **rest)
    for place in range(1, scene.numbers["incidents_passed_on"] + 1):
        paper = scene.paper(f"第{place}件舆情线索移送函", "不属教育部门职责，移送有关部门。", day=scene.day())
        yield stated(scene, f"移送第{place}件舆情线索", "incidents.found", 1, paper, **rest)


def _meetings(scene: Scene) -> Iterator[Planned]:
    for category, what, count in (
        ("online_work", "网评员会议", scene.numbers["online_meetings"]),
        ("publicity_work", "宣传工作会议", 9 + scene.chance.randint(0, 3)),
    ):
        for place, month in enumerate(scene.months(count), 1):
            day = date(scene.year, month, scene.chance.randint(3, 26))
            paper = scene.paper(f"第{place}次{what}纪要", "交流案例，部署工作。", day=day)
            yield stated(
                scene,
                f"第{place}次{what}",
                "meetings.held",
                1,
                paper,
                unit=scene.office("publicity"),
                category=category,
            )
