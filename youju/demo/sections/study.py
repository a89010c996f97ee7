"""Study: the leading group, branches and staff, reports, training, the speech contest."""

from collections.abc import Iterator
from datetime import date

from youju.demo.planned import Planned, Session, Stated
from youju.demo.scene import Scene
from youju.demo.spread import fill, share

_TOPICS = (
    "全会精神专题学习", "教育强国建设规划纲要", "党的纪律处分条例", "意识形态工作责任制", "师德师风建设",
    "立德树人根本任务", "安全生产重要论述", "未成年人保护法", "统计法与数据质量", "中华优秀传统文化",
    "基础教育综合改革", "调查研究方法",
)  # fmt: skip
_BRANCHES, _STAFF = 24, 12


def study(scene: Scene) -> Iterator[Planned]:
    yield from _center_group(scene)
    yield from _branches(scene)
    yield from _reports(scene)
    yield from _field_study(scene)
    yield from _courses(scene)
    yield from _contest(scene)
    day = date(scene.year, 12, 20)
    paper = scene.paper("教育系统模范党员表彰决定", "经推荐、评审和公示，决定予以表彰。", day=day)
    yield from scene.shared(
        scene.numbers["model_party_members"], scene.bureau.schools, 18, "党员获评模范党员", "honours.persons", paper,
        category="model_party_member", level="county",
    )  # fmt: skip


def _center_group(scene: Scene) -> Iterator[Session]:
    months = scene.months(scene.numbers["center_sessions"])
    roster = len(scene.bureau.rosters[scene.county])
    away = fill(scene.numbers["center_absent"], [roster - 1] * len(months), scene.chance)
    for place, (month, missing) in enumerate(zip(months, away, strict=True), 1):
        day = date(scene.year, month, scene.chance.randint(3, 13) if place % 2 else scene.chance.randint(14, 26))
        topic = _TOPICS[(place + scene.year) % len(_TOPICS)]
        paper = scene.paper(f"局党委中心组第{place}次学习签到表", f"专题：{topic}", day=day, form="pdf")
        absent = tuple(sorted(scene.chance.sample(range(roster), missing)))
        yield Session(scene.county, f"局党委中心组第{place}次集中学习", day, "center_group", topic, paper, absent)


def _branches(scene: Scene) -> Iterator[Session]:
    branches = [*scene.bureau.offices, *scene.some(scene.bureau.schools, _BRANCHES - len(scene.bureau.offices))]
    for quarter in range(4):
        topic = _TOPICS[(quarter * 3 + scene.year) % len(_TOPICS)]
        for unit in branches:
            day = scene.day(quarter * 3 + 1, quarter * 3 + 3)
            paper = scene.paper(f"{scene.name(unit)}支部学习记录（{quarter + 1}季度）", topic, day=day, form="txt")
            away = (scene.chance.randrange(len(scene.bureau.rosters[unit])),) if scene.chance.random() < 0.3 else ()
            yield Session(unit, f"{scene.name(unit)}党支部{topic}", day, "branch", topic, paper, away)
    for unit in scene.some(scene.bureau.schools, _STAFF):
        day = scene.day(2, 11)
        paper = scene.paper(f"{scene.name(unit)}教职工学习现场照片", day=day, form="png")
        yield Session(unit, f"{scene.name(unit)}教职工政治学习", day, "staff", _TOPICS[4], paper)


def _reports(scene: Scene) -> Iterator[Stated]:
    """Every school has the minimum, some have more; the collection of their town shows them."""
    least = scene.numbers["report_minimum"]
    day = date(scene.year, 11, 15)
    for unit in scene.bureau.schools:
        parent = scene.bureau.units[scene.bureau.parents[unit]]
        where = parent.short_name or parent.name
        paper = scene.paper(f"{where}各校领导班子学习报告汇编", "各校报告按校名排列。", day=day)
        extra = scene.chance.choice((0, 0, 1, 2))
        title = f"{scene.name(unit)}领导班子撰写学习报告"
        yield Stated(unit, title, scene.day(3, 11), "study_reports.written", least + extra, paper)


def _field_study(scene: Scene) -> Iterator[Stated]:
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
        yield scene.single(title, "training.batches", 1, paper, **rest)
        yield scene.single(f"{title}天数", "training.days", scene.numbers["field_study_days"], paper, **rest)
        yield scene.single(f"{title}人数", "training.people", count, paper, **rest)


def _courses(scene: Scene) -> Iterator[Stated]:
    day = date(scene.year, 12, 16)
    paper = scene.paper("学校党务干部专题培训回执", "参训人员名单附后。", day=day, form="pdf")
    yield from scene.shared(
        scene.numbers["party_course_people"], scene.bureau.schools, 8, "选派党务干部参加党务培训", "training.people",
        paper, category="party_course", occasion="party-course",
    )  # fmt: skip
    paper = scene.paper("暑期骨干教师集中培训名册", "各校参训教师名册。", day=date(scene.year, 7, 12))
    yield from scene.shared(
        scene.numbers["teacher_course_people"], scene.bureau.schools, 40, "教师参加集中培训", "training.people",
        paper, category="teacher_course",
    )  # fmt: skip


def _contest(scene: Scene) -> Iterator[Stated]:
    paper = scene.paper("教育系统主题演讲比赛评审结果", "一、二、三等奖名单。", day=date(scene.year, 6, 26))
    first = scene.numbers["speech_first"]
    for prize, count in (("first_prize", first), ("second_prize", 2 * first + 1), ("third_prize", 3 * first + 2)):
        yield from scene.shared(
            count, scene.bureau.schools, count, "教师在主题演讲比赛中获奖", "contests.winners", paper,
            category=prize, level="county", occasion="speech-contest",
        )  # fmt: skip
