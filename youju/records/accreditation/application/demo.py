"""Applications of a demo year: schools for the city's title, two for the nation's, some as reading campuses.

They answer every criterion, cite records of theirs and photos, are graded by an expert, and stand at the year's end
where such things stand: most under notice, some still assessing, one below the line, some granted. Of an earlier year
all are decided.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from youju.orgs.actors import CONSOLE
from youju.orgs.members import Member
from youju.records.accreditation.application.answer_verbs import Said, answers_write
from youju.records.accreditation.application.campaign_verbs import campaign_call
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.expert_verbs import Grading, grades_write, sheet_hand_in, sheet_make
from youju.records.accreditation.application.marks import Line
from youju.records.accreditation.application.material_verbs import record_cite
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.noticing import list_publish
from youju.records.accreditation.checklist import sheet
from youju.records.accreditation.checklist.criteria import Sort
from youju.records.accreditation.checklist.models import Checklist, Criterion
from youju.records.accreditation.checklist.verbs import checklist_add, checklist_copy, criterion_write
from youju.records.accreditation.holding.demo import granted
from youju.records.declared.planned import PlannedCase, PlannedMove
from youju.records.declared.scene import Scene
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State

_LISTS = Path(sheet.__file__).parent / "lists"
_OFFICE = ZoneInfo("Asia/Shanghai")
_DAY = timedelta(days=1)
_CITED = 3
_READING, _NATION = 6, 2
_EXPERTS = ("周明远", "沈静宜", "陆怀谷")
# How far the schools of a campaign come within the year, the first of them last.
_WAYS = ("admit", "answer", "assess", "grade", "review", "propose", "publish")


def begin(scene: Scene) -> None:
    """The lists in the first year, the campaigns in each; in the second the city's list has a new version."""
    if scene.before is None:
        for file in sorted(_LISTS.glob("*.toml")):
            columns, criteria = sheet.file_criteria(file)
            code = columns.pop("code")
            checklist_add(values=columns, criteria=criteria, code=code, actor=CONSOLE)
    else:
        _new_version()
    _call(scene, "campus-city", "市级文明校园创建", _newest("campus-qinglan"), "city")
    _call(scene, "campus-nation", "全国文明校园推荐", _newest("campus-qinglan"), "nation", by_bureau=True)
    _call(scene, "reading-city", "市级书香校园创建", _newest("reading-wangchuan"), "city")


def planned(scene: Scene) -> Iterator[PlannedCase]:
    winners = granted(scene, "campus_city")
    others = [unit for unit in scene.schools if unit not in winners]
    count, over = scene.numbers["applying"], scene.before is None  # the first year is over when the second begins
    city = [*winners[:2], *scene.some(others, max(0, count - len(winners[:2])))][:count]
    ways = [_steps(place, won=unit in winners) for place, unit in enumerate(city)]
    last = max(place for place, steps in enumerate(ways) if "publish" in steps)
    for place, (unit, steps) in enumerate(zip(city, ways, strict=True)):
        steps = (*steps, "notice") if place == last else steps
        steps = _decided(steps) if over else steps
        yield _applying(scene, unit, "campus-city", "市级文明校园", date(scene.year, 3, 6 + place), steps)
    for place, unit in enumerate(scene.some(scene.schools, _NATION)):
        steps = ("decline",) if over else _WAYS[:1]
        yield _applying(
            scene, unit, "campus-nation", "全国文明校园", date(scene.year, 12, 4 + place), steps, by="officer"
        )
    for place, unit in enumerate(scene.some(scene.schools, _READING)):
        steps = _WAYS[: len(_WAYS) - place] if place else (*_WAYS, "notice")
        steps = _decided(steps) if over else steps
        yield _applying(scene, unit, "reading-city", "市级书香校园", date(scene.year, 4, 7 + place), steps)


def _steps(place: int, *, won: bool) -> tuple[str, ...]:
    """The first two are granted, the next is not, one is still under review and one assesses itself."""
    if won:
        return (*_WAYS, "grant")
    return {2: (*_WAYS[:5], "refuse"), 3: _WAYS[:2], 4: _WAYS[:3]}.get(place, _WAYS)


def _decided(steps: tuple[str, ...]) -> tuple[str, ...]:
    """To the end of the way: what is neither granted nor refused is not named in the end."""
    if "grant" in steps or "refuse" in steps:
        return steps
    reviewed = _WAYS[: _WAYS.index("review") + 1]
    return (*(steps if "review" in steps else reviewed), "close")


def _applying(
    scene: Scene, unit: str, campaign: str, what: str, day: date, steps: tuple[str, ...], by: str = "liaison"
) -> PlannedCase:  # fmt: skip
    values: dict[str, Any] = {
        "campaign": lambda: _campaign(scene, campaign), "owner": scene.liaison(unit), "carries": True, "note": "",
    }  # fmt: skip
    weak = "refuse" in steps
    moves = tuple(_move(scene, unit, step, place, day, weak=weak) for place, step in enumerate(steps))
    title = f"{scene.name(unit)}申报{what}"
    paper = scene.paper(f"{title}申报表", "学校概况、创建基础、创建打算。", day=day)
    return PlannedCase("application", unit, title, day, values, by, moves, (paper,))


def _move(scene: Scene, unit: str, step: str, place: int, day: date, *, weak: bool) -> PlannedMove:
    """Admitted after ten days, assessed in May, graded in September, under notice from October, granted in November."""
    year, chance = scene.year, Random(f"{scene.year}/{unit}/{step}")
    days = {
        "admit": day + 10 * _DAY, "answer": date(year, 5, 12), "assess": date(year, 5, 28), "grade": date(year, 9, 15),
        "review": date(year, 9, 25), "refuse": date(year, 9, 28), "propose": date(year, 10, 9),
        "publish": date(year, 10, 12 if day.month == 3 else 19), "grant": date(year, 11, 20),
    }  # fmt: skip
    if day.month == 12:
        days["admit"] = day + 4 * _DAY
    when = days.get(step, day)
    match step:
        case "answer":
            return PlannedMove(partial(_answer, chance=chance), when)
        case "grade":
            expert = _EXPERTS[chance.randrange(len(_EXPERTS))]
            return PlannedMove(partial(_grade, chance=chance, expert=expert, weak=weak), when, "officer")
        case "assess":
            return PlannedMove("assess", when)
        case "publish":
            return PlannedMove("publish", when, "officer", {"posted_at": ""})  # the last begins the notice of all
        case "notice":
            return PlannedMove(_notice, days["publish"], "officer")
        case "refuse":
            return PlannedMove("refuse", when, "officer", reason="评审得分未达到市级标准，指导一年后再申报。")
        case "close":
            reason = "未列入本年度命名名单，创建材料留存，下一年度可继续申报。"
            return PlannedMove("refuse", date(year, 11, 26), "officer", reason=reason)
        case "decline":
            reason = "本年度全国文明校园由市里统一推荐，县里不再单独受理。"
            return PlannedMove("decline", day + 4 * _DAY, "colleague", reason=reason)
        case "grant":
            decision = {"document": f"望川市文明委〔{year}〕11号", "issuer": "望川市文明委", "granted_on": when,
                        "valid_until": date(year + 3, 12, 31)}  # fmt: skip
            return PlannedMove("grant", when, "colleague", decision)
        case _:
            return PlannedMove(step, when, "colleague" if step == "admit" else "officer")


def _answer(*, case: Ledgered, actor: Member, chance: Random) -> None:
    """Every criterion, mostly by A; the first of each chapter cites what the school has recorded."""
    application = Application.objects.get(pk=case.pk)
    rows = Ledgered.objects.filter(unit=case.unit_id, state=State.VERIFIED).order_by("-happened", "-pk")[:_CITED]
    cited = [record_cite(application=application, record=record, actor=actor).pk for record in rows]
    said = [
        _said(place, criterion, cited, chance) for place, criterion in enumerate(application.checklist.leaves())
    ]  # fmt: skip
    answers_write(application=application, said=said, actor=actor)


def _said(place: int, criterion: Criterion, cited: Sequence[int], chance: Random) -> Said:
    grade = "A" if criterion.sort == Sort.VETO else chance.choice("AAAAAAB")
    if criterion.sort == Sort.BONUS and chance.random() < 0.5:
        return Said(criterion, not_applicable=True, why="本轮没有这项成果")
    return Said(criterion, grade, cites=cited[place % 3 :] if criterion.wants else ())


def _notice(*, case: Ledgered, actor: Member) -> None:
    list_publish(campaign=Application.objects.get(pk=case.pk).campaign, where="县教育局公告栏、官方网站", actor=actor)


def _grade(*, case: Ledgered, actor: Member, chance: Random, expert: str, weak: bool) -> None:
    """By an expert from outside, who agrees with most of it, and hands the sheet in."""
    application = Application.objects.get(pk=case.pk)
    expires = datetime(case.happened.year, 10, 1, tzinfo=_OFFICE)
    made, code = sheet_make(application=application, expert=expert, chapters="", expires=expires, actor=actor)
    gradings = [_grading(line, chance, weak=weak) for line in application.sheet().lines]
    grades_write(sheet=made, gradings=gradings)
    sheet_hand_in(sheet=made, code=code)


def _grading(line: Line, chance: Random, *, weak: bool) -> Grading:
    criterion, answer = line.criterion, line.answer
    grade = "N" if answer and answer.not_applicable else chance.choice("CCBD" if weak else "AAAAAAAB")
    note = "材料偏旧，建议补充近两年的记录。" if grade in "CD" else ""
    return Grading(criterion, "A" if criterion.sort == Sort.VETO else grade, note)


def _call(scene: Scene, code: str, name: str, checklist: Checklist, level: str, *, by_bureau: bool = False) -> None:
    year = scene.year
    values = {
        "name": f"{year}年{name}", "checklist": checklist, "level": level, "begins": date(year, 3, 1),
        "until": date(year, 12, 20 if by_bureau else 10), "who": "schools", "by_bureau": by_bureau,
    }  # fmt: skip
    campaign_call(values=values, actor=CONSOLE, code=f"{code}-{year}")


def _campaign(scene: Scene, code: str) -> Campaign:
    return Campaign.objects.get(code=f"{code}-{scene.year}")


def _newest(code: str) -> Checklist:
    return Checklist.objects.filter(code__startswith=code).order_by("-version")[0]


def _new_version() -> None:
    """One criterion more is asked, and one in other words: what was answered last year is begun with by its number."""
    copy = checklist_copy(checklist=_newest("campus-qinglan"), actor=CONSOLE)
    before = {criterion.no: criterion.asked() for criterion in copy.criteria_in_order()}
    reworded = before["6.3"]._replace(text="校外实践基地每学期组织活动，学生有记录有收获")
    criterion_write(checklist=copy, asked=reworded, instead_of="6.3", actor=CONSOLE)
    more = before["6.1"]._replace(no="6.4", text="校内外阵地在节假日向学生开放", wants="开放记录2份")
    criterion_write(checklist=copy, asked=more, actor=CONSOLE)
