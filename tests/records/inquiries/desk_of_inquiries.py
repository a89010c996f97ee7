"""The cast at its desk of inquiries: alice and olga are officers, sam signs; bob and charlie record for schools."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from tests.records.cast import member
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit
from youju.records.inquiries.inquiry.answers import Drafted, Signing
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_verbs import Opening, case_move, case_open, cases_open

NOON = datetime(2025, 3, 10, 4, tzinfo=UTC)  # a Monday
DAY = date(2025, 3, 10)


def at_desk(cast: SimpleNamespace) -> SimpleNamespace:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    cast.sam = member("sam", cast.county, Role.SIGNER)
    return cast


def question(office: SimpleNamespace, **values: Any) -> dict[str, Any]:
    """What is written down of a question by telephone."""
    given = {
        "unit": office.county, "title": "课后服务收费咨询", "happened": DAY, "channel": "phone", "sort": "question",
        "text": "课后服务每学期收费多少？", "received_time": "", "foreign_number": "",
        "asker": AskerValues("钱先生", "13800001234"),
    }  # fmt: skip
    return given | values


def taken_in(office: SimpleNamespace, **values: Any) -> Inquiry:
    """A question by telephone, taken in by alice for the bureau."""
    actor = values.pop("actor", office.alice)
    case = case_open(kind=get_case_kind("inquiry"), values=question(office, **values), actor=actor)
    return reread(case.pk)


def taken_in_each(office: SimpleNamespace, days: Iterable[date], **values: Any) -> list[Inquiry]:
    """One for each of the days, all in one step."""
    kind = get_case_kind("inquiry")
    openings = [Opening(kind, question(office, happened=day, **values), office.alice) for day in days]
    return [case for case in cases_open(openings=openings) if isinstance(case, Inquiry)]


def reread(pk: int) -> Inquiry:
    found: Inquiry = Inquiry.objects.get(pk=pk)
    return found


def moved(inquiry: Inquiry, action: str, actor: Member, **values: Any) -> Inquiry:
    case = reread(inquiry.pk)
    case_move(case=case, action=action, actor=actor, version=case.version, reason="说明", values=values)
    return reread(inquiry.pk)


def drafted(by: Member, text: str = "每学期三百元，可按月缴纳。", promised_on: date | None = None) -> Drafted:
    return Drafted(text, "县课后服务收费办法", "none", "", promised_on, by)


def assigned(office: SimpleNamespace, unit: Unit | None = None, owner: Member | None = None, **values: Any) -> Inquiry:
    inquiry = moved(taken_in(office, **values), "accept", office.alice)
    return moved(inquiry, "assign", office.alice, unit=unit or office.county, owner=owner or office.alice)


def signed(office: SimpleNamespace, inquiry: Inquiry, promised_on: date | None = None) -> Inquiry:
    inquiry = moved(inquiry, "draft", office.alice, draft=drafted(office.alice, promised_on=promised_on))
    last = max(answer.version for answer in inquiry.answers.all())
    return moved(inquiry, "sign", office.sam, signing=Signing(last, office.sam))


def answered(office: SimpleNamespace, inquiry: Inquiry | None = None) -> Inquiry:
    return moved(signed(office, inquiry or assigned(office)), "answer", office.alice)
