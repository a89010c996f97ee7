"""Answering the public: inquiries. All totals of the bureau; nobody is named."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import fill, share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import stated


def answering(scene: Scene) -> Iterator[Planned]:
    yield from _inquiries(scene, "online", "网络咨询")
    yield from _inquiries(scene, "phone", "电话咨询")


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
