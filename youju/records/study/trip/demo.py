"""Study trips of a demo year: heads sent away in batches, a course for party cadres, and one in summer for teachers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from youju.lib.spread import share
from youju.orgs.people import Person
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.study.trip.models import Course

_FEWEST = 8
_HEADS = 3  # of each roster, from its head on
_COURSE_DAYS = 5


class _Sent(NamedTuple):
    unit: str
    person: Person


def planned(scene: Scene) -> Iterator[Planned]:
    yield from _field_study(scene)
    cadres = _staff(scene, scene.some(scene.schools, _FEWEST), 0, _HEADS)
    sent = _some(scene, cadres, scene.numbers["party_course_people"])
    yield _trip(
        scene, scene.county, "学校党务干部专题培训", date(scene.year, 12, 12), sent,
        sort=Course.PARTY_COURSE, days=_COURSE_DAYS, place="望川市委党校", occasion=scene.occasion("party-course"),
    )  # fmt: skip
    teachers = _staff(scene, scene.some(scene.schools, 40), _HEADS, None)
    sent = _some(scene, teachers, scene.numbers["teacher_course_people"])
    yield _trip(
        scene, scene.office("personnel"), "暑期骨干教师集中培训", date(scene.year, 7, 12), sent,
        sort=Course.TEACHER_COURSE, days=_COURSE_DAYS, place="县教师进修学校",
    )  # fmt: skip


def _field_study(scene: Scene) -> Iterator[Planned]:
    batches, people = scene.numbers["field_study_batches"], scene.numbers["field_study_people"]
    sent = _some(scene, _staff(scene, scene.schools, 0, _HEADS), people)
    for batch, count in enumerate(share(people, batches, scene.chance, least=_FEWEST), 1):
        here, sent = sent[:count], sent[count:]
        yield _trip(
            scene, scene.county, f"党务干部外出学习第{batch}批", date(scene.year, 11, 1 + 4 * batch), here,
            sort=Course.FIELD_STUDY, days=scene.numbers["field_study_days"], place="青岚省干部学院", batch=batch,
            occasion=scene.occasion("field-study"),
        )  # fmt: skip


def _trip(scene: Scene, unit: str, title: str, day: date, sent: Sequence[_Sent], **values: Any) -> Planned:
    rows = [{"person": each.person, "unit": scene.unit(each.unit), "number": None, "reason": ""} for each in sent]
    paper = scene.paper(f"{title}名册", f"{len(sent)}人。", day=day, form="pdf")
    return Planned("trip", unit, title, day, values | {"participants": rows}, (paper,))


def _staff(scene: Scene, units: Sequence[str], first: int, last: int | None) -> list[_Sent]:
    return [_Sent(unit, person) for unit in units for person in scene.roster(unit)[first:last]]


def _some(scene: Scene, among: list[_Sent], count: int) -> list[_Sent]:
    return scene.chance.sample(among, count)
