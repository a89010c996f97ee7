"""A selection as far as it goes: called by alice for two schools and one in a town, signed by grace, scored by fern."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from tests.orgs.plant import plant
from tests.records.cast import member, people
from youju.errors import YoujuError
from youju.ledger import log
from youju.lib import clock
from youju.orgs.calendar_verbs import calendar_fill
from youju.orgs.members import Member, Role
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.nomination.scoring import sheet_hand_in, sheet_save, to_be_scored
from youju.records.honours.round.bases import QuotaBy
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.panel import panelist_add
from youju.records.honours.title.models import GoesTo, Title
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.record_verbs import record_add, record_submit

CALLED = datetime(2026, 3, 2, 2, tzinfo=UTC)
# Scored, listed and under notice on that Monday; the notice ends on 7 April, after 清明.
NOTICED = CALLED + timedelta(days=28)
DECIDED = NOTICED + timedelta(days=9)
CRITERIA = [{"text": "师德表现", "points": 60}, {"text": "教育教学", "points": 40}]


def staffed(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast with a town, its school and officer, a second officer, the signer, and staff on the rosters."""
    calendar_fill(actor=cast.eve)
    cast.town = plant(code="dong", kind="town", name="东山镇", parent=cast.county)
    cast.creek = plant(code="creek", kind="school", name="溪口小学", parent=cast.town)
    cast.dan = member("dan", cast.creek, Role.LIAISON)
    cast.tess = member("tess", cast.town, Role.OFFICER)
    cast.olga = member("olga", cast.county, Role.OFFICER)
    cast.grace = member("grace", cast.county, Role.SIGNER)
    cast.hillers = people(cast.hill, "孙立", "李兰", "赵明")
    cast.lakers = people(cast.lake, "钱进", "周雨")
    cast.creekers = people(cast.creek, "吴山")
    cast.title = Title.objects.create(
        code="ethics-model", name="县师德标兵", level="county", goes_to=GoesTo.PERSON, counts_as="ethics_model",
        issuer="云溪县教育局",
    )  # fmt: skip
    return cast


def called(office: SimpleNamespace, **values: Any) -> Round:
    given: dict[str, Any] = {
        "unit": office.county, "title": "2026年师德标兵评选", "award": office.title, "happened": clock.today(),
        "due_on": clock.today() + timedelta(days=14), "most": 2, "nominees": 4, "quota_by": QuotaBy.EQUAL.value,
        "by_town": True, "note": "教龄三年以上", "criteria": CRITERIA,
        "quotas": [
            {"unit": office.hill, "base": 1, "places": 2},
            {"unit": office.lake, "base": 1, "places": 1},
            {"unit": office.creek, "base": 1, "places": 1},
        ],
    }  # fmt: skip
    case = case_open(kind=get_case_kind("round"), values=given | values, actor=office.alice)
    assert isinstance(case, Round)
    return case


def moved(round: Round, action: str, actor: Member, reason: str = "说明", **values: Any) -> Round:
    there = Round.objects.get(pk=round.pk)
    case_move(case=there, action=action, actor=actor, version=there.version, reason=reason, values=values)
    after: Round = Round.objects.get(pk=round.pk)
    return after


def nominated(round: Round, unit: Unit, person: Person | None, actor: Member) -> Nomination:
    values = {"unit": unit, "selection": round, "person": person, "note": "扎根乡村二十年"}
    case = case_open(kind=get_case_kind("nomination"), values=values, actor=actor)
    assert isinstance(case, Nomination)
    return case


def acted(nomination: Nomination, action: str, actor: Member, **values: Any) -> Nomination:
    there = Nomination.objects.get(pk=nomination.pk)
    case_move(case=there, action=action, actor=actor, version=there.version, reason="说明", values=values)
    after: Nomination = Nomination.objects.get(pk=nomination.pk)
    return after


def collected(office: SimpleNamespace, **values: Any) -> tuple[Round, list[Nomination]]:
    """Open, with 孙立 and 李兰 of the hill school and 钱进 of the lake school accepted."""
    round = moved(called(office, **values), "begin", office.alice)
    put = [
        nominated(round, office.hill, office.hillers[0], office.bob),
        nominated(round, office.hill, office.hillers[1], office.bob),
        nominated(round, office.lake, office.lakers[0], office.charlie),
    ]
    return round, [acted(nomination, "accept", office.alice) for nomination in put]


def scored(round: Round, panelist: Panelist, totals: Iterable[tuple[int, int]], actor: Member) -> Panelist:
    """A whole sheet: two numbers for each they have to score, in the sheet's order."""
    nominations = list(panelist.to_score(to_be_scored(round)))
    points = {nomination.ref: list(given) for nomination, given in zip(nominations, totals, strict=True)}
    sheet_save(panelist=panelist, points=points, actor=actor)
    return sheet_hand_in(panelist=panelist, actor=actor)


def paneled(office: SimpleNamespace, **values: Any) -> tuple[Round, list[Nomination]]:
    """Scored by somebody outside and by fern of the lake school: 李兰 before 孙立 before 钱进."""
    round, nominations = collected(office, **values)
    round = moved(round, "to_panel", office.alice)
    office.fern = Member.objects.filter(username="fern").first() or member("fern", office.lake)
    outside = panelist_add(round=round, name="何教授", actor=office.alice)
    inside = panelist_add(round=round, member=office.fern, actor=office.alice)
    scored(round, outside, [(50, 30), (55, 35), (40, 30)], office.alice)
    scored(round, inside, [(50, 31), (55, 36)], office.fern)
    return round, nominations


def listed(office: SimpleNamespace, **values: Any) -> tuple[Round, list[Nomination]]:
    round, nominations = paneled(office, **values)
    return moved(round, "list", office.alice, picks=[each.ref for each in nominations[:2]]), nominations


def noticed(office: SimpleNamespace, **values: Any) -> tuple[Round, list[Nomination]]:
    round, nominations = listed(office, **values)
    return moved(round, "publish", office.alice, posted_at="局网站", contact="85550001"), nominations


def decided(office: SimpleNamespace, **values: Any) -> tuple[Round, list[Nomination]]:
    with clock.at(NOTICED):
        round, nominations = noticed(office, **values)
    with clock.at(DECIDED):
        return signed(round, office.grace), nominations


def signed(round: Round, actor: Member, day: date | None = None) -> Round:
    return moved(round, "decide", actor, document="云教〔2026〕12号", decided_on=day or clock.today())


def awarded(office: SimpleNamespace, **values: Any) -> tuple[Round, list[Nomination]]:
    round, nominations = decided(office, **values)
    with clock.at(DECIDED):
        return moved(round, "award", office.alice), nominations


def in_state(office: SimpleNamespace, state: str) -> Round:
    """A selection that came to a state as it does in life."""
    match state:
        case RoundState.CALLED:
            return called(office)
        case RoundState.COLLECTING:
            return collected(office)[0]
        case RoundState.TOWN:
            return moved(collected(office)[0], "to_town", office.alice)
        case RoundState.PANEL:
            return paneled(office)[0]
        case RoundState.LISTED:
            return listed(office)[0]
        case RoundState.NOTICE:
            with clock.at(NOTICED):
                return noticed(office)[0]
        case RoundState.DECIDED:
            return decided(office)[0]
        case RoundState.AWARDED:
            return awarded(office)[0]
        case RoundState.RECOMMENDED:
            return moved(awarded(office)[0], "recommend", office.alice, recommended_to="市教育局")
    return moved(called(office), "cancel", office.alice)


def refuses(round: Round, action: str, actor: Any, refusal: type[YoujuError], **values: Any) -> str:
    """The sentence of the refusal, after which everything is as it was."""
    state, size = Round.objects.get(pk=round.pk).state, log.size()
    with pytest.raises(refusal) as refused, transaction.atomic():
        moved(round, action, actor, **values)
    assert (Round.objects.get(pk=round.pk).state, log.size()) == (state, size)
    return str(refused.value)


def best(round: Round) -> list[str]:
    accepted = round.nominations.filter(state="accepted").order_by("pk")
    return [nomination.ref for nomination in accepted[:2]]


def given(office: SimpleNamespace, person: Person) -> Any:
    row = {"title": office.title, "person": person, "unit": office.hill, "pupils": None}
    values = {
        "unit": office.county, "title": "另一份名单", "happened": clock.today(), "document": "1", "issuer": "局",
        "holders": [row], "late_reason": "补录",
    }  # fmt: skip
    record = record_add(kind=get_record_kind("award"), values=values, actor=office.alice)
    record_submit(record=record, actor=office.alice)
    return record
