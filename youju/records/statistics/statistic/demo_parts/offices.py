"""What offices state in numbers: rates of enrolment, money, acts, hazards, building, party, research, assessment."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import fill, share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.stating import shared, stated

# 10,000 yuan, in fen.
_WAN = 1_000_000
_MONEY = (
    ("appropriation", "appropriation", "财政教育拨款"),
    ("building", "spent_on_buildings", "校舍建设投入"),
    ("aid", "aid_to_pupils", "学生资助资金"),
)
_ACTS = (("licence", "licences", "办理行政许可"), ("inspection", "inspections", "开展执法检查"))
_STAGES = (("kindergarten", "学前"), ("compulsory", "义务教育"), ("senior", "高中阶段"))


def offices(scene: Scene) -> Iterator[Planned]:
    yield from _enrolment(scene)
    yield from _by_quarter(scene)
    yield from _hazards(scene)
    yield from _by_year(scene)


def _enrolment(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("适龄人口入学情况统计表", "以9月1日为统计时点。", day=date(scene.year, 9, 20))
    for category, what in _STAGES:
        whole = scene.numbers[f"of_age_{category}"]
        yield stated(
            scene, f"{what}入学情况", "enrolment.enrolled", whole - scene.numbers["not_enrolled"], paper,
            whole=whole, category=category, unit=scene.office("basic"),
        )  # fmt: skip
    stayed = scene.numbers["of_age_senior"] // 3
    yield stated(
        scene, "义务教育巩固情况", "retention.stayed", stayed - scene.numbers["not_enrolled"] // 2, paper, whole=stayed,
        unit=scene.office("basic"),
    )  # fmt: skip


def _by_quarter(scene: Scene) -> Iterator[Planned]:
    kinds = [("finance.amount", *row, _WAN) for row in _MONEY] + [("administration.acts", *row, 1) for row in _ACTS]
    for measure, category, number, what, scale in kinds:
        for quarter, quantity in enumerate(share(scene.numbers[number], 4, scene.chance, least=1), 1):
            day = date(scene.year, 3 * quarter, 25)
            paper = scene.paper(f"{quarter}季度{what}情况表", what, day=day, form="txt")
            yield stated(
                scene, f"{quarter}季度{what}", measure, quantity * scale, paper, category=category,
                unit=scene.office("general"),
            )  # fmt: skip


def _hazards(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("校园安全隐患排查整改台账", "逐校排查，逐项销号。", day=date(scene.year, 10, 22))
    schools = scene.some(scene.schools, 40)
    found = share(scene.numbers["hazards_found"], len(schools), scene.chance, least=1)
    left = fill(scene.numbers["hazards_open"], found, scene.chance)
    for unit, all_of, open_ in zip(schools, found, left, strict=True):
        yield stated(
            scene, f"{scene.name(unit)}安全隐患整改", "hazards.settled", all_of - open_, paper, whole=all_of, unit=unit
        )


def _by_year(scene: Scene) -> Iterator[Planned]:
    numbers = scene.numbers
    paper = scene.paper("新建改扩建校舍竣工验收表", "项目、面积和新增学位。", day=date(scene.year, 8, 26))
    yield stated(scene, "新增学位", "building.places", numbers["new_places"], paper)
    yield stated(scene, "竣工校舍", "building.area", numbers["new_places"] * 9, paper, category="new")
    yield from shared(scene, 4, scene.schools, 4, "校舍建设项目竣工", "building.projects", paper, category="new")
    paper = scene.paper("党内统计年报", "组织和党员情况。", day=date(scene.year, 12, 21))
    members = numbers["party_members"]
    for sort, what, quantity in (
        ("branches", "党组织", 118),
        ("members", "党员", members),
        ("applicants", "入党申请人", 64),
    ):
        yield stated(scene, f"教育系统{what}情况", f"party.{sort}", quantity + scene.chance.randint(0, 3), paper)
    paper = scene.paper("课题立项结题通知", "名单附后。", day=date(scene.year, 11, 10))
    yield from shared(
        scene, numbers["research_projects"], scene.schools, 25, "课题立项", "research.items", paper, category="project"
    )
    paper = scene.decision("溪云县政府", "教育工作考核结果的通报", date(scene.year, 12, 24))
    yield stated(
        scene, "教育工作考核得分", "assessments.score", numbers["assessment_score"], paper, category="education",
        publisher="溪云县政府",
    )  # fmt: skip
