"""Inquiries of a demo year: messages on the website and calls, nearly all answered; nobody in them is real."""

import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from youju.lib.spread import about_evenly, fill
from youju.orgs.calendar import office_calendar
from youju.records.declared.planned import Paper, PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.inquiries.inquiry.answers import Drafted, Signing
from youju.records.inquiries.topic.models import Topic

_DAY = timedelta(1)
# On these days of the week the office takes up what has come, and answers: Tuesday and Friday.
_AT_THE_DESK = (1, 4)
_INTO_JANUARY = 20
# Of what was answered at the year's end, how much is settled; all that came before is, and the rest in January.
_SETTLED, _OPEN_FROM = 0.8, 12
_PUBLIC = 0.15
_CAME = {"online": "网站留言", "phone": "来电记录", "letter": "群众来信", "visit": "来访登记表"}
_TOLD_BY = {"online": "网站站内信", "phone": "电话"}
_UNTIL = {"online": 21, "phone": 17, "letter": 17, "visit": 17}  # the hour up to which it comes
_PETITIONS = {"letter": "letters", "visit": "visits_received"}
_MOST_VISITORS = 5


class _Told(NamedTuple):
    """topic: its code. sort: of the inquiry. channels: by which it comes."""

    topic: str
    sort: str
    title: str
    text: str
    answer: str
    basis: str
    channels: tuple[str, ...] = ("online", "phone")


def _told() -> list[_Told]:
    rows = tomllib.loads(Path(__file__).with_name("demo_texts.toml").read_text("utf-8"))["told"]
    return [_Told(**row) for row in rows]


def planned(scene: Scene) -> Iterator[PlannedCase]:
    yield from _of_channel(scene, "online")
    yield from _of_channel(scene, "phone")
    # After the others: what these draw changes nothing in them.
    for channel in _PETITIONS:
        yield from _petitions(scene, channel)


def _petitions(scene: Scene, channel: str) -> Iterator[PlannedCase]:
    """By letter and by visit few come, and each is answered."""
    days = _desk_days(scene.year)
    for month in scene.months(scene.numbers[_PETITIONS[channel]]):
        yield _inquiry(scene, days, channel, month, 1, answered=True)


def _of_channel(scene: Scene, channel: str) -> Iterator[PlannedCase]:
    done, rest = scene.numbers[f"{channel}_answered"], scene.numbers[f"{channel}_open"]
    whole = about_evenly(done + rest, 12, scene.chance)
    left = fill(rest, whole, scene.chance)
    days = _desk_days(scene.year)
    for month, (count, missed) in enumerate(zip(whole, left, strict=True), 1):
        for place in range(count):
            yield _inquiry(scene, days, channel, month, place + 1, answered=place >= missed)


def _desk_days(year: int) -> list[date]:
    """The days of the year, and of the next January, on which the office takes up inquiries and answers."""
    first, last = date(year, 1, 1), date(year + 1, 1, _INTO_JANUARY)
    calendar = office_calendar(first)
    days = (first + number * _DAY for number in range((last - first).days))
    return [day for day in days if day.weekday() in _AT_THE_DESK and calendar.is_worked(day)]


def _after(days: Sequence[date], day: date, more: int = 0) -> date:
    """The first of the days after one, or so many further on."""
    return days[bisect_right(days, day) + more]


def _inquiry(
    scene: Scene, days: Sequence[date], channel: str, month: int, number: int, *, answered: bool
) -> PlannedCase:  # fmt: skip
    """Received in the first three weeks, so that the year's answers are given within it.

    days: when the office is at it. number: of the month's inquiries by this channel.
    """
    told = scene.chance.choice([told for told in _told() if channel in told.channels])
    day = date(scene.year, month, scene.chance.randint(1, 20))
    if channel == "visit":  # the door is open on working days
        day = scene.worked(day)
    office = scene.unit(scene.office("general"))
    values = {
        "channel": channel, "sort": told.sort, "text": told.text, "topic": _topic(told.topic),
        "happened": day,
        "received_time": f"{scene.chance.randint(8, _UNTIL[channel]):02d}:{scene.chance.randint(0, 59):02d}",
        "foreign_number": "",
    }  # fmt: skip
    if channel == "visit":
        values["visitors"] = scene.chance.randint(1, _MOST_VISITORS)
    taken = _after(days, day)
    handed = PlannedMove("assign", taken, "colleague", {"unit": office, "owner": scene.member("officer")})
    begun = (PlannedMove("accept", taken, "colleague"), handed)
    rest = _answered(scene, days, told, taken) if answered else (_paused(_after(days, taken), channel),)
    paper = _as_it_came(scene, channel, number, told, day)
    return PlannedCase("inquiry", office.code, told.title, taken, values, "colleague", (*begun, *rest), (paper,))


def _as_it_came(scene: Scene, channel: str, number: int, told: _Told, day: date) -> Paper:
    """The message or the call as it was taken down: what the figures of inquiries rest on."""
    return scene.paper(f"{day.month}月第{number}件{_CAME[channel]}", told.text, day=day, form="txt")


def _answered(scene: Scene, days: Sequence[date], told: _Told, taken: date) -> tuple[PlannedMove, ...]:
    officer, signer = scene.member("officer"), scene.member("signer")
    ready = _after(days, taken, scene.chance.choice((0, 0, 0, 1)))
    public = scene.chance.choice(("none", "answer", "whole")) if scene.chance.random() < _PUBLIC else "none"
    answer = Drafted(told.answer, told.basis, public, "", None, officer)
    is_settled = scene.chance.random() < _SETTLED or taken.month < _OPEN_FROM
    return (
        PlannedMove("draft", ready, "officer", {"draft": answer}),
        PlannedMove("sign", ready, "signer", {"signing": Signing(1, signer)}),
        PlannedMove("answer", ready, "officer"),
        PlannedMove("settle", _after(days, ready) if is_settled else days[-1], "officer"),
    )


def _paused(day: date, channel: str) -> PlannedMove:
    """The asker never sent what was missing: received, and to the year's end without an answer."""
    told = {"update": "来件没有写明学校和年级，无法核实，请来件人补充。", "told_how": _TOLD_BY[channel]}
    return PlannedMove("pause", day, "officer", told)


def _topic(code: str) -> Topic:
    found: Topic = Topic.objects.get(code=code)
    return found
