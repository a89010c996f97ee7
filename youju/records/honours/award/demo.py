"""Award lists of a demo year: decisions with their holders from the schools' rosters, pupils by number, and units."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Any, NamedTuple

from youju.lib.spread import share
from youju.orgs.actors import CONSOLE
from youju.orgs.people import Person
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.forms.rows.field import MOST
from youju.records.honours.title.models import Title
from youju.records.honours.title.register import REGISTER
from youju.records.registers.register_verbs import register_add

_ISSUERS = {
    "county": "溪云县教育局",
    "city": "望川市教育局",
    "province": "青岚省教育厅",
    "nation": "全国教师评选活动组委会",
}


class _Award(NamedTuple):
    """number: of the demo's numbers, or the usual one of a title that nobody asks for. day: month and day."""

    code: str
    name: str
    category: str
    level: str
    number: str | int
    day: tuple[int, int]
    issuer: str = ""
    occasion: str = ""
    lasting: bool = False


_PERSONS = (
    _Award("party-model", "模范党员", "model_party_member", "county", "model_party_members", (12, 20)),
    _Award("advanced-person", "先进人物", "advanced_person", "county", "advanced_persons", (9, 9), "", "role-models"),
    _Award("beautiful-teacher", "最美教师", "beautiful_teacher", "nation", "beautiful_teachers", (9, 12)),
    _Award("senior-title", "正高级教师", "senior_title", "province", "senior_titles", (11, 12), lasting=True),
    _Award("special-grade", "特级教师", "special_grade", "province", "special_grade", (10, 12), lasting=True),
    _Award("top-ten", "市学段十佳教师", "top_ten", "city", "top_ten", (9, 12)),
    _Award("top-ten-young", "县十佳青年教师", "top_ten_young", "county", "top_ten_young", (9, 13)),
    _Award("leader-city", "市学科带头人", "subject_leader", "city", "subject_leaders", (10, 12)),
    _Award("leader-county", "县学科带头人", "subject_leader", "county", "subject_leaders_county", (10, 13)),
    _Award("backbone-city", "市中青年教学骨干", "backbone", "city", "backbone", (10, 14)),
    _Award("backbone-county", "县教学骨干", "backbone", "county", "backbone_county", (10, 15)),
    _Award("good-person", "身边好人", "good_person", "county", 2, (9, 6), "溪云县文明办"),
    _Award("ethics-model", "县师德标兵", "ethics_model", "county", 12, (9, 7)),
    _Award("good-educator", "县优秀教育工作者", "good_educator", "county", 15, (9, 8)),
    _Award("class-head", "县优秀班主任", "class_head", "county", 24, (9, 8)),
    _Award("service-model", "优质服务标兵", "service_model", "county", 1, (12, 6)),
)
# In the later year these come of selections: honours/nomination/demo.py.
_BY_SELECTION = ("advanced-person", "youth-model", "youth")
_OFFICIALS = (
    _Award(
        "outreach", "外宣先进个人", "outreach_individual", "county", "outreach_individuals", (12, 18), "溪云县宣传部"
    ),
    _Award("correspondent", "优秀通讯员", "correspondent", "county", "correspondents", (12, 18), "溪云县宣传部"),
)
_PUPILS = (
    _Award("youth-model", "最美少年标兵", "youth_model", "county", "youth_models", (6, 1), "溪云县文明办"),
    _Award("youth", "最美少年", "youth", "county", "youths", (6, 1), "溪云县文明办"),
    _Award("integrity-star", "最美诚信之星", "integrity_star", "county", 1, (6, 20), "溪云县文明办"),
)
_UNITS = (
    _Award("press", "教育报刊宣传先进集体", "press", "province", 1, (12, 18)),
    _Award("ideology", "宣传思想文化工作先进集体", "ideology", "county", 1, (12, 18), "溪云县宣传部"),
    _Award("service", "优质服务科室", "service", "county", 3, (12, 18), "溪云县人民政府"),
    _Award("conduct", "教育行风亮点", "conduct", "city", 1, (12, 18)),
)


def begin(scene: Scene) -> None:
    """Put the titles into the register, once."""
    if scene.before is None:
        for goes_to, awards in (("person", (*_PERSONS, *_OFFICIALS, *_PUPILS)), ("unit", _UNITS)):
            for award in awards:
                register_add(register=REGISTER, values=_title(award, goes_to), actor=CONSOLE, code=award.code)


def planned(scene: Scene) -> Iterator[Planned]:
    titles: dict[str, Any] = {title.code: title for title in Title.objects.all()}
    for awards, among in ((_PERSONS, _staff(scene, scene.schools)), (_OFFICIALS, _staff(scene, scene.offices))):
        for award in awards:
            chosen = _chosen(scene, award, among)
            lines = [_row(titles[award.code], scene.unit(unit), person=person) for unit, person in chosen]
            if scene.before is None or award.code not in _BY_SELECTION:
                yield from _lists(scene, award, lines)
    for award in _PUPILS:
        schools = scene.some(scene.schools, min(_number(scene, award), 4))
        counts = share(_number(scene, award), len(schools), scene.chance, least=1)
        if scene.before is not None and award.code in _BY_SELECTION:
            continue
        pairs = zip(schools, counts, strict=True)
        yield from _lists(scene, award, [_row(titles[award.code], scene.unit(u), pupils=n) for u, n in pairs])
    for award in _UNITS:
        number = _number(scene, award)
        units = [scene.county] if number == 1 else scene.some(scene.offices, number)
        yield from _lists(scene, award, [_row(titles[award.code], scene.unit(unit)) for unit in units])


Placed = tuple[str, Person]


def _staff(scene: Scene, units: Sequence[str]) -> list[Placed]:
    """Everybody on the rosters of these units, each once, with the unit."""
    found = {person.pk: (unit, person) for unit in units for person in scene.roster(unit)}
    return list(found.values())


def _chosen(scene: Scene, award: _Award, among: list[Placed]) -> list[Placed]:
    """Some of them; of a title that is given for good, nobody who was given it in the year before."""
    number = _number(scene, award)
    if not award.lasting:
        return scene.chance.sample(among, number)
    first = scene.before[str(award.number)] if scene.before else 0
    order = list(among)
    Random(award.code).shuffle(order)  # the same in both years
    return order[first : first + number]


def _lists(scene: Scene, award: _Award, rows: Sequence[dict[str, Any]]) -> Iterator[Planned]:
    """One decision, or two where it has more lines than a list takes."""
    day, issuer = date(scene.year, *award.day), award.issuer or _ISSUERS[award.level]
    parts = [rows] if len(rows) <= MOST else [rows[: len(rows) // 2], rows[len(rows) // 2 :]]
    for place, part in enumerate(parts, 1):
        batch = f"（第{place}批）" if len(parts) > 1 else ""
        values = {
            "document": f"{issuer}〔{scene.year}〕{award.day[1] + place}号",
            "issuer": issuer,
            "occasion": scene.occasion(award.occasion) if award.occasion else None,
            "holders": list(part),
        }
        paper = scene.decision(issuer, f"公布“{award.name}”名单{batch}的通知", day)
        title = f"公布“{award.name}”名单{batch}"
        yield Planned("award", scene.office("personnel"), title, day, values, (paper,))


def _row(title: Title, unit: Any, person: Any = None, pupils: int | None = None) -> dict[str, Any]:
    return {"title": title, "person": person, "unit": unit, "pupils": pupils}


def _number(scene: Scene, award: _Award) -> int:
    if isinstance(award.number, str):
        return scene.numbers[award.number]
    return award.number + (scene.chance.randint(0, 3) if award.number > 1 else 0)


def _title(award: _Award, goes_to: str) -> dict[str, Any]:
    return {
        "name": award.name, "level": award.level, "goes_to": goes_to, "sort": _sort(award), "lasting": award.lasting,
        "issuer": award.issuer or _ISSUERS[award.level], "co_issuers": "", "counts_as": award.category,
        "other_names": "",
    }  # fmt: skip


def _sort(award: _Award) -> str:
    professional = ("senior_title", "special_grade", "subject_leader", "backbone")
    return "professional" if award.category in professional else "honour"
