"""An official letter: who may do what in which state, its number, and the paper it comes to."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from tests.orgs.plant import plant
from tests.records.cast import DAY, member
from youju.errors import NotAllowed
from youju.ledger import log
from youju.ledger.reading import all_facts, live_posts
from youju.orgs.members import Member, Role
from youju.orgs.sequences import NumberVoided, void_number
from youju.records.errors import NoSuchMove
from youju.records.heads.case import steps_of
from youju.records.inquiries.correction_letter.contact import contact_note
from youju.records.inquiries.correction_letter.models import CorrectionLetter
from youju.records.inquiries.correction_letter.moves import MOVES, LetterState
from youju.records.inquiries.correction_letter.page import issuer_of
from youju.records.inquiries.correction_letter.paper import letter_paper
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_move, case_open

pytestmark = pytest.mark.django_db

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve", "sam")
# alice is officer, bob drafts for his school, sam signs for the county.
ALLOWED = {"recorder": {"alice", "bob"}, "signer": {"sam"}}
_WAY: dict[LetterState, tuple[str, ...]] = {
    LetterState.DRAFTED: (),
    LetterState.TO_SIGN: ("submit",),
    LetterState.ISSUED: ("submit", "sign"),
    LetterState.WITHDRAWN: ("withdraw",),
    LetterState.VOIDED: ("submit", "sign", "void"),
}


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    cast.sam = member("sam", cast.county, Role.SIGNER)
    return cast


def drafted(office: SimpleNamespace, by: Member | None = None, **values: Any) -> CorrectionLetter:
    given = {
        "unit": office.hill,
        "sort": "correction",
        "title": "关于更正校服费用报道的函",
        "happened": DAY,
        "mark": "青小函",
        "addressee": "澜江生活网",
        "body": "贵网所载与事实不符。\n请予更正。",
    }
    case = case_open(kind=get_case_kind("correctionletter"), values=given | values, actor=by or office.bob)
    assert isinstance(case, CorrectionLetter)
    return case


def moved(case: CorrectionLetter, action: str, actor: Member) -> CorrectionLetter:
    values = {"body": "贵网所载与事实不符，请予更正。"}
    case_move(case=case, action=action, actor=actor, version=case.version, reason="说明", values=values)
    case.refresh_from_db()
    return case


def in_state(office: SimpleNamespace, state: str) -> CorrectionLetter:
    case = drafted(office)
    for action in _WAY[LetterState(state)]:
        case = moved(case, action, office.bob if action in ("submit", "withdraw") else office.sam)
    assert case.state == state
    return case


def _cells() -> Iterator[tuple[str, str, str]]:
    return ((state, action, role) for state in LetterState.values for action in ACTIONS for role in ROLES)


@pytest.mark.parametrize(("state", "action", "role"), list(_cells()))
def test_each_move_is_open_to_just_those_of_the_table(
    office: SimpleNamespace, state: str, action: str, role: str
) -> None:
    case, actor = in_state(office, state), getattr(office, role)
    move, size = MOVES[LetterState(state)].get(action), log.size()
    if move is None or role not in ALLOWED[move.right]:
        with pytest.raises(NoSuchMove if move is None else NotAllowed) as refused:
            moved(case, action, actor)
        assert str(refused.value)
        assert (CorrectionLetter.objects.get().state, log.size()) == (state, size)
    else:
        assert moved(case, action, actor).state == move.to
        assert steps_of(case)[-1].action == action
        assert list(drifted()) == []


def test_whoever_drafted_it_does_not_sign_it(office: SimpleNamespace) -> None:
    both = member("both", office.county, Role.OFFICER, Role.SIGNER)
    case = moved(drafted(office, by=both), "submit", both)
    with pytest.raises(NotAllowed):
        moved(case, "sign", both)
    assert moved(case, "sign", office.sam).state == LetterState.ISSUED


def test_a_number_comes_with_the_signature_and_a_void_one_stays_void(office: SimpleNamespace) -> None:
    first, second = in_state(office, LetterState.VOIDED), in_state(office, LetterState.ISSUED)
    year = first.year or 0
    assert (first.number, second.number, second.number_text) == (1, 2, f"青小函〔{year}〕2号")
    with pytest.raises(NumberVoided):
        void_number(name=first.sequence, year=year, number=1, reason="再作废", actor=office.sam)
    assert {ref for ref, _milestone in live_posts([first.ref, second.ref])} == {second.ref}
    assert list(log.verify()) == []


def test_each_mark_has_its_own_numbers(office: SimpleNamespace) -> None:
    for mark in ("青小函", "溪教函"):
        case = moved(drafted(office, mark=mark), "submit", office.bob)
        assert moved(case, "sign", office.sam).number == 1


def test_it_counts_by_its_sort_on_the_day_it_was_signed(office: SimpleNamespace) -> None:
    case = in_state(office, LetterState.ISSUED)
    (fact,) = all_facts()
    assert (fact.measure, fact.category, fact.day) == ("letters.issued", "correction", case.issued_on)
    assert fact.day > date(2025, 3, 14)


def test_the_paper_is_the_same_each_time_and_gone_once_it_is_void(office: SimpleNamespace) -> None:
    case = in_state(office, LetterState.ISSUED)
    first, again = letter_paper(case, ""), letter_paper(case, "")
    assert first is not None and first.content.startswith(b"%PDF") and first == again
    assert letter_paper(moved(case, "void", office.sam), "") is None


def test_what_is_typed_in_it_is_never_read_as_markup(office: SimpleNamespace) -> None:
    case = drafted(office, body='#panic("no") $x$ *bold*\n= not a heading', title='#import "x"')
    paper = letter_paper(case, "")
    assert paper is not None and paper.content.startswith(b"%PDF")


def test_an_office_signs_under_the_name_of_its_bureau(office: SimpleNamespace) -> None:
    desk_of_letters = plant(code="yun.office", kind="office", name="办公室", parent=office.county)
    named = plant(code="yun.named", kind="office", name="云溪县教育局人事科", parent=office.county)
    letters = [drafted(office, office.alice, unit=unit) for unit in (desk_of_letters, named, office.hill)]
    assert [issuer_of(each) for each in letters] == ["云溪县教育局办公室", "云溪县教育局人事科", "青山小学"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", ""),
        ("85550001", "（联系电话：85550001）"),
        ("电话：0511-8555 0001", "（联系电话：0511-8555 0001）"),
        ("(0511)85550001 周五", "（联系人：周五，联系电话：(0511)85550001）"),
        ("周五，85550001", "（联系人：周五，联系电话：85550001）"),
        ("联系人周五 电话13912345678", "（联系人：周五，联系电话：13912345678）"),
        ("13912345678（周五）", "（联系人：周五，联系电话：13912345678）"),
        ("办公室周五", "（联系人：办公室周五）"),
    ],
)
def test_whom_to_ask_is_called_what_it_is(typed: str, printed: str):
    with translation.override("zh-hans"):
        assert contact_note(typed) == printed
