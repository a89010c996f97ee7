"""Articles of a demo year: handed in by schools and offices, passed by three members; most are live."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from youju.orgs.actors import CONSOLE
from youju.records.declared.planned import Paper, PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.publicity.channel.models import Channel
from youju.records.publicity.channel.register import REGISTER
from youju.records.publicity.outlet.demo_outlets import write_outlets
from youju.records.registers.register_verbs import register_add

_DAY = timedelta(days=1)
# Code, name, the channel above, how often it changes.
_CHANNELS = (
    ("news", "教育新闻", "", "news"),
    ("campus", "校园动态", "news", "news"),
    ("notices", "通知公告", "", "notice"),
    ("policy", "政策文件", "", "notice"),
    ("models", "总结范文", "", "standing"),
)
_REVIEWS = (("edit", "officer"), ("first", "officer"), ("second", "colleague"), ("final", "signer"))


def begin(scene: Scene) -> None:
    write_outlets()
    if Channel.objects.exists():
        return
    made: dict[str, Any] = {}
    for rank, (code, name, above, rhythm) in enumerate(_CHANNELS, 1):
        values = {"name": name, "parent": made.get(above), "rhythm": rhythm, "rank": 10 * rank, "other_names": ""}
        made[code] = register_add(register=REGISTER, values=values, code=code, actor=CONSOLE)


def planned(scene: Scene) -> Iterator[PlannedCase]:
    """Of the later year alone: before that the bureau had no site."""
    if scene.before is None:
        return
    channels = {channel.code: channel for channel in Channel.objects.all()}
    for told in _articles():
        month, day = told["day"]
        yield _article(scene, told, channels[told["channel"]], date(scene.year, month, day))
    yield from _unfinished(scene, channels["campus"])


def _article(scene: Scene, told: dict[str, Any], channel: Any, up: date) -> PlannedCase:
    """Handed in a week before it goes up, then a day for each hand through which it passes."""
    unit = scene.chance.choice(scene.schools) if told["by"] == "school" else scene.office(told["by"])
    said, handed_in = {"name": scene.name(unit), "before": scene.year - 1}, up - 7 * _DAY
    moves = [PlannedMove(action, handed_in + place * _DAY, by) for place, (action, by) in enumerate(_REVIEWS, 1)]
    moves.append(PlannedMove("publish", up, "officer"))
    papers: tuple[Paper, ...] = ()
    title = told["title"].format(**said)
    if told.get("cover"):
        papers = (scene.paper(title, day=handed_in, form="png"),)
    values = {
        "channel": channel, "sort": told.get("origin", "contributed"),
        "byline": "" if "source" in told else "本站通讯员", "source": told.get("source", ""),
        "original": told.get("original", ""),
        "body": told["body"].strip().format(**said), "tags": told["tags"], "issue": told.get("issue", ""),
        "proofreaders": "办公室校对组", "must_be_public": told.get("must", False), "old_address": "", "note": "",
        "mentions": [],
    }  # fmt: skip
    return PlannedCase("article", unit, title, handed_in, values, moves=tuple(moves), papers=papers)


def _unfinished(scene: Scene, channel: Any) -> Iterator[PlannedCase]:
    """At the year's end: one in review, one sent back, one taken down."""
    unit, year = scene.chance.choice(scene.schools), scene.year
    ends = {
        "课间十五分钟，操场上多了什么": _moves(year, 2),
        "一张没有分数的成绩单": (PlannedMove("send-back", date(year, 12, 24), "officer", reason="请补充活动时间。"),),
        "运动会日程预告": (
            *_moves(year, 4),
            PlannedMove("publish", date(year, 12, 26), "officer"),
            PlannedMove("take-down", date(year, 12, 29), "officer", reason="运动会因雨改期，日程已失效。"),
        ),
    }
    for title, moves in ends.items():
        values = {
            "channel": channel, "sort": "contributed", "byline": "校通讯社", "source": "", "original": "",
            "body": f"{scene.name(unit)}来稿。\n\n这是一篇短讯。", "tags": "", "issue": "",
            "proofreaders": "办公室校对组", "must_be_public": False, "old_address": "", "note": "", "mentions": [],
        }  # fmt: skip
        yield PlannedCase("article", unit, title, date(year, 12, 20), values, moves=moves)


def _moves(year: int, count: int) -> tuple[PlannedMove, ...]:
    return tuple(
        PlannedMove(action, date(year, 12, 21 + place), by) for place, (action, by) in enumerate(_REVIEWS[:count])
    )


@cache
def _articles() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(Path(__file__).with_name("demo_articles.toml").read_text("utf-8"))["article"])
