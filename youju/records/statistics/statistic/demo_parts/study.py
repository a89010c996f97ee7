"""Study: reports and training."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import share
from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared, stated


def study(scene: Scene) -> Iterator[Planned]:
    yield from _reports(scene)
    yield from _field_study(scene)
    yield from _courses(scene)


def _reports(scene: Scene) -> Iterator[Planned]:
    """Every school has the minimum, some have more; the collection of their town shows them."""
    least = scene.numbers["report_minimum"]
    day = date(scene.year, 11, 15)
    for unit in scene.schools:
        above = scene.unit(scene.above(unit))
        where = above.short_name or above.name
        paper = scene.paper(f"{where}各校领导班子学习报告汇编", "各校报告按校名排列。", day=day)
        extra = scene.chance.choice((0, 0, 1, 2))
        title = f"{scene.name(unit)}领导班子撰写学习报告"
        yield stated(scene, title, "study_reports.written", least + extra, paper, unit=unit, day=scene.day(3, 11))


def _field_study(scene: Scene) -> Iterator[Planned]:
    batches = scene.numbers["field_study_batches"]
    people = share(scene.numbers["field_study_people"], batches, scene.chance, least=8)
    for batch, count in enumerate(people, 1):
        day = date(scene.year, 11, 1 + 4 * batch)
        paper = scene.paper(
            f"党务干部外出学习第{batch}批方案和名册",
            f"为期{scene.numbers['field_study_days']}天，{count}人。",
            day=day,
            form="pdf",
        )
        rest = {"category": "field_study", "occasion": "field-study"}
        title = f"党务干部外出学习第{batch}批"
        yield stated(scene, title, "training.batches", 1, paper, **rest)
        yield stated(scene, f"{title}天数", "training.days", scene.numbers["field_study_days"], paper, **rest)
        yield stated(scene, f"{title}人数", "training.people", count, paper, **rest)


def _courses(scene: Scene) -> Iterator[Planned]:
    day = date(scene.year, 12, 16)
    paper = scene.paper("学校党务干部专题培训回执", "参训人员名单附后。", day=day, form="pdf")
    yield from shared(
        scene, scene.numbers["party_course_people"], scene.schools, 8, "选派党务干部参加党务培训", "training.people",
        paper, category="party_course", occasion="party-course",
    )  # fmt: skip
    paper = scene.paper("暑期骨干教师集中培训名册", "各校参训教师名册。", day=date(scene.year, 7, 12))
    yield from shared(
        scene, scene.numbers["teacher_course_people"], scene.schools, 40, "教师参加集中培训", "training.people",
        paper, category="teacher_course",
    )  # fmt: skip
