"""A checklist, a campaign and an application of the cast's school, as the tests of accreditation begin with them."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.accreditation.application.answer_verbs import Said, answers_write
from youju.records.accreditation.application.campaign_verbs import campaign_call
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.expert_verbs import Grading, grades_write, sheet_hand_in, sheet_make
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.checklist.criteria import Asked, Sort
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.verbs import checklist_add
from youju.records.heads.case import Case
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_verbs import case_move, case_open

CRITERIA = (
    Asked("1", "校园文化"),
    Asked("1.1", "走廊展示学生作品", Decimal(6), wants="5张照片"),
    Asked("1.2", "校园广播每天开播", Decimal(4)),
    Asked("2", "优美环境"),
    Asked("2.1", "绿化有人管护", Decimal(10)),
    Asked("3", "负面清单"),
    Asked("3.1", "发生较大安全责任事故", sort=Sort.VETO),
)
LEAVES = ("1.1", "1.2", "2.1", "3.1")


def a_checklist(criteria: Sequence[Asked] = CRITERIA, **values: Any) -> Checklist:
    given = {"name": "文明校园测评细则", "sort": "civilised_campus", "issuer": "青岚省", "county": 60, "city": 80}
    return checklist_add(values=given | values, criteria=criteria, actor=CONSOLE)


def a_campaign(checklist: Checklist | None = None, **values: Any) -> Campaign:
    today = clock.today()
    given = {
        "name": "市级文明校园创建", "checklist": checklist or a_checklist(), "level": "city",
        "begins": today - timedelta(days=1), "until": today + timedelta(days=60), "who": "schools",
    }  # fmt: skip
    return campaign_call(values=given | values, actor=CONSOLE)


def applied(unit: Unit, actor: Member, campaign: Campaign, **values: Any) -> Application:
    given = {
        "unit": unit, "title": f"{unit}申报市级文明校园", "happened": clock.today(), "owner": actor,
        "campaign": campaign, "carries": True, "note": "",
    }  # fmt: skip
    case = case_open(kind=get_case_kind("application"), values=given | values, actor=actor)
    return again(case)


def again(application: Case) -> Application:
    """As the database has it now."""
    there: Application = Application.objects.get(pk=application.pk)
    return there


def moved(application: Application, action: str, actor: Member, **values: Any) -> Application:
    there = again(application)
    case_move(case=there, action=action, actor=actor, version=there.version, reason="说明", values=values)
    return again(application)


def answered(application: Application, actor: Member, **rest: Any) -> Application:
    """Every criterion graded A by the unit itself."""
    said = [Said(criterion, **{"grade": "A", **rest}) for criterion in application.checklist.leaves()]
    answers_write(application=application, said=said, actor=actor)
    return application


def a_sheet(application: Application, actor: Member, chapters: str = "", expert: str = "郑专家") -> Any:
    """The sheet and the code of its ticket."""
    there = Application.objects.get(pk=application.pk)
    expires = clock.now() + timedelta(days=14)
    return sheet_make(application=there, expert=expert, chapters=chapters, expires=expires, actor=actor)


def graded(application: Application, actor: Member, **grades: str) -> Application:
    """A sheet for all chapters, graded A but for those given by number (``n1_1``), and handed in."""
    sheet, code = a_sheet(application, actor)
    gradings = [
        Grading(criterion, grades.get(f"n{criterion.no}".replace(".", "_"), "A"))
        for criterion in application.checklist.leaves()
    ]
    grades_write(sheet=sheet, gradings=gradings)
    sheet_hand_in(sheet=sheet, code=code)
    return again(application)


def in_state(office: SimpleNamespace, state: str, campaign: Campaign, **grades: str) -> Application:
    """Bob's school as far as a state; olga is the second officer."""
    case = applied(office.hill, office.bob, campaign)
    if state in ("applied", "declined", "withdrawn"):
        return (
            case
            if state == "applied"
            else moved(case, {"declined": "decline", "withdrawn": "withdraw"}[state], office.alice)
        )
    case = moved(case, "admit", office.alice)
    way = ("assess", "review", "propose", "publish", "grant")
    states = ("admitted", "assessed", "reviewed", "proposed", "notice", "granted")
    if state == "refused":
        return moved(in_place(office, case, way[:2], grades), "refuse", office.alice)
    return in_place(office, case, way[: states.index(state)], grades)


def in_place(office: SimpleNamespace, case: Application, way: Sequence[str], grades: dict[str, str]) -> Application:
    for action in way:
        if action == "assess":
            answered(case, office.bob)
        if action == "review":
            case = graded(case, office.alice, **grades)
        with clock.at(clock.now() + timedelta(days=30 if action == "grant" else 0)):
            case = moved(case, action, office.olga if action == "grant" else office.alice, **asked_by(action))
    return case


def asked_by(action: str) -> dict[str, Any]:
    decision = {"document": "望文明委〔2025〕3号", "issuer": "望川市文明委", "granted_on": clock.today(),
                "valid_until": date(clock.today().year + 3, 12, 31)}  # fmt: skip
    asked: dict[str, dict[str, Any]] = {"publish": {"posted_at": "教育局公告栏"}, "grant": decision}
    return asked.get(action, {})
