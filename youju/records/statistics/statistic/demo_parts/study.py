"""Study: the speech contest."""

from collections.abc import Iterator
from datetime import date

from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared


def study(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("教育系统主题演讲比赛评审结果", "一、二、三等奖名单。", day=date(scene.year, 6, 26))
    first = scene.numbers["speech_first"]
    for prize, count in (("first_prize", first), ("second_prize", 2 * first + 1), ("third_prize", 3 * first + 2)):
        yield from shared(
            scene, count, scene.schools, count, "教师在主题演讲比赛中获奖", "contests.winners", paper,
            category=prize, level="county", occasion="speech-contest",
        )  # fmt: skip
