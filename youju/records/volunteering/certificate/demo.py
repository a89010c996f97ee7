"""Certificates of a demo year: of the bureau for a title, of one school for a review, and one still under notice."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from youju.ledger.reading import live_facts
from youju.orgs.people import Person
from youju.records.declared.planned import PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.volunteering.certificate.served import MEASURE

_DAY = timedelta(days=1)
_NOTICE = 8 * _DAY


def planned(scene: Scene) -> Iterator[PlannedCase]:
    own, year = scene.member("liaison").unit, scene.year
    assert own is not None  # every account of the demo has a unit
    yield _certificate(
        scene, scene.county, scene.schools[::2], date(year, 4, 12), "推荐县级优秀志愿者", "officer", "colleague"
    )
    yield _certificate(scene, own.code, (own.code,), date(year, 12, 2), "年度评优", "liaison", "liaison")
    yield _certificate(
        scene, scene.county, scene.schools[1::2], date(year, 12, 22), "推荐市级最美志愿者", "colleague", "officer"
    )


def _certificate(
    scene: Scene, unit: str, schools: Sequence[str], day: date, what_for: str, asks: str, decides: str
) -> PlannedCase:
    """Requested on a day for the months before it, under notice from the fourth day on, issued when that is over."""
    first, last = date(scene.year, 1, 1), day.replace(day=1) - _DAY
    values = {
        "person": lambda: _volunteer(scene, schools, first, last),
        "happened": first, "happened_until": last, "responsible": scene.roster(unit)[0].name, "contact": "85550001",
        "note": what_for,
    }  # fmt: skip
    noticed = day + 4 * _DAY
    photo = scene.paper(f"{scene.name(unit)}志愿服务证明公示照片（{noticed.month}月）", day=noticed, form="png")
    moves = (
        PlannedMove("publish", noticed, decides, {"posted_at": "办公楼一楼公告栏"}, papers=(photo,)),
        PlannedMove("issue", noticed + _NOTICE, decides),
    )
    return PlannedCase("certificate", unit, "志愿服务证明", day, values, asks, moves)


def _volunteer(scene: Scene, schools: Sequence[str], first: date, last: date) -> Person:
    """The first on the rosters of whom the ledger has service by these schools within these days."""
    facts = live_facts().filter(measure=MEASURE, unit__in=schools, day__range=(first, last))
    served = set(facts.values_list("subject", flat=True))
    return next(person for code in schools for person in scene.roster(code) if person.token in served)
