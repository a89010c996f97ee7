"""Titles held in the demo: those of before the first year, some granted each year, some renewed, some revoked."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from youju.records.accreditation.holding.models import ENDED, Ending
from youju.records.declared.planned import Later, Planned
from youju.records.declared.scene import Scene

_NEW_IN_FIRST_YEAR = 2
_ISSUERS = {"county": "溪云县文明委", "city": "望川市文明委", "province": "青岚省文明委", "nation": "全国评审委员会"}
_GRANTED = (11, 20)


class _Title(NamedTuple):
    """leaves: how one of the earliest holders ends in the later year; another grant makes up for it."""

    number: str
    sort: str
    level: str
    what: str
    leaves: Ending


_TITLES = (
    _Title("campus_city", "civilised_campus", "city", "市文明校园", Ending.RENEWED),
    _Title("campus_province", "civilised_campus", "province", "省文明校园", Ending.RENEWED),
    _Title("campus_nation", "civilised_campus", "nation", "全国文明校园", Ending.RENEWED),
    _Title("unit_county", "civilised_unit", "county", "县文明单位", Ending.REVOKED),
    _Title("unit_city", "civilised_unit", "city", "市文明单位", Ending.UPGRADED),
    _Title("unit_province", "civilised_unit", "province", "省文明单位", Ending.RENEWED),
    _Title("arts_city", "arts_school", "city", "市艺术特色学校", Ending.UPGRADED),
    _Title("arts_province", "arts_school", "province", "省艺术特色学校", Ending.RENEWED),
    _Title("arts_nation", "arts_school", "nation", "全国艺术特色学校", Ending.RENEWED),
    _Title("reading_county", "reading_campus", "county", "县书香校园", Ending.GIVEN_UP),
)


def planned(scene: Scene) -> Iterator[Planned]:
    for title in _TITLES:
        units = _order(scene, title)  # the same in both years: nobody gets a title twice at once
        yield from _first_year(scene, title, units) if scene.before is None else _second_year(scene, title, units)


def _first_year(scene: Scene, title: _Title, units: Sequence[str]) -> Iterator[Planned]:
    held = scene.numbers[title.number]
    before = max(0, held - _NEW_IN_FIRST_YEAR)
    leaving = _leaving(scene, units[:before])
    for place, unit in enumerate(units[:held]):
        year = scene.year - 1 - place % 4 if place < before else scene.year
        yield _holding(scene, title, unit, year, leaves=unit == leaving)


def _second_year(scene: Scene, title: _Title, units: Sequence[str]) -> Iterator[Planned]:
    """What the number has grown by, and one more for the one that ended."""
    assert scene.before is not None
    before, held = scene.before[title.number], scene.numbers[title.number]
    leaving = _leaving(scene, units[: max(0, before - _NEW_IN_FIRST_YEAR)])
    again = units[held] if title.leaves != Ending.RENEWED else leaving
    for unit in [*units[before:held], *([again] if leaving and again else [])]:
        yield _holding(scene, title, unit, scene.year)


def granted(scene: Scene, number: str) -> list[str]:
    """The units that are given a title in this year for the first time, by the number that counts its holders."""
    title = next(each for each in _TITLES if each.number == number)
    units, held = _order(scene, title), scene.numbers[number]
    before = max(0, held - _NEW_IN_FIRST_YEAR) if scene.before is None else scene.before[number]
    return units[before:held]


def _leaving(scene: Scene, units: Sequence[str]) -> str | None:
    """A school whose title ends in the later year."""
    return next((unit for unit in units if unit in scene.schools), None)


def _holding(scene: Scene, title: _Title, unit: str, year: int, *, leaves: bool = False) -> Planned:
    granted, issuer = date(year, *_GRANTED), _ISSUERS[title.level]
    until = date(scene.year + 1 if leaves else max(scene.year, year) + 1 + len(unit) % 3, 12, 31)
    values: dict[str, Any] = {
        "sort": title.sort, "name": "", "level": title.level, "issuer": issuer, "due_on": until,
        "document": f"{issuer}〔{year}〕{len(title.number)}号",
    }  # fmt: skip
    paper = scene.decision(issuer, f"{year}年命名{title.what}的决定", granted)
    what = f"{scene.name(unit)}获评{title.what}"
    return Planned("holding", unit, what, granted, values, (paper,), _end(scene, title) if leaves else ())


def _end(scene: Scene, title: _Title) -> tuple[Later, ...]:
    """The end of a title in the year after, by the bureau's officer."""
    day = date(scene.year + 1, *_GRANTED)
    reason = f"{_ISSUERS[title.level]}〔{day.year}〕{len(title.number)}号"
    values = {"ended_on": day, "ended_how": str(title.leaves), "ended_reason": reason}
    return (Later(day, ENDED, "officer", values),)


def _order(scene: Scene, title: _Title) -> list[str]:
    pool = list(scene.schools)
    if title.sort == "civilised_unit":
        pool = [scene.county, *scene.towns, *pool]
    step = 1 + 2 * (len(title.number) % 3)  # any fixed walk will do; the lists must only differ
    return pool[:: step + 1] + [unit for place, unit in enumerate(pool) if place % (step + 1)]
