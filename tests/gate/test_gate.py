"""The gate keeps what it said of exactly one thing; what it holds goes out only on a second person's word."""

from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from tests.gate.samples import IDENTITY, workbook
from tests.records.cast import make_cast, member, people
from youju.errors import NotAllowed, NotFound
from youju.evidence.store import receive
from youju.gate.access import get_check_for
from youju.gate.checks import Check, CheckState
from youju.gate.errors import NothingHeld, NotThroughGate, OverrideNeedsAnother
from youju.gate.outgoing import Outgoing, Purpose, file_part, text_part
from youju.gate.verbs import gate_check, override_ask, override_grant, override_refuse, require_passed
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.consents import Giver, consent_give, consent_withdraw
from youju.orgs.consents import Purpose as Consented
from youju.orgs.errors import ReasonMissing
from youju.orgs.members import Role


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def article(cast: SimpleNamespace, text: str) -> Outgoing:
    parts = (text_part("标题", "资助公示"), text_part("正文", text))
    return Outgoing(Purpose.ARTICLE, "ART-1", "资助公示", cast.hill, parts)


def held(cast: SimpleNamespace) -> tuple[Outgoing, Check]:
    outgoing = article(cast, f"王某某 {IDENTITY}")
    return outgoing, gate_check(outgoing=outgoing, actor=cast.bob)


def test_what_is_clean_goes_out_at_once_and_is_kept(cast: SimpleNamespace):
    outgoing = article(cast, "五人受助")
    require_passed(outgoing, actor=cast.bob)
    check = Check.objects.get()
    assert (check.state, check.digest) == (CheckState.PASSED, outgoing.digest)
    assert AuditRow.objects.filter(action="gate.check", target=check.target).count() == 1


def test_what_is_not_stays_inside_and_nothing_is_kept_of_the_try(cast: SimpleNamespace):
    with pytest.raises(NotThroughGate):
        require_passed(article(cast, IDENTITY), actor=cast.bob)
    assert not Check.objects.exists()


def test_any_other_character_is_another_thing(cast: SimpleNamespace):
    outgoing, check = held(cast)
    override_ask(check=check, reason="依据文件必须公开", actor=cast.bob)
    override_grant(check=check, actor=cast.alice)
    require_passed(outgoing, actor=cast.bob)
    with pytest.raises(NotThroughGate):
        require_passed(article(cast, f"王某某，{IDENTITY}"), actor=cast.bob)


def test_no_identity_number_is_kept_with_the_finding(cast: SimpleNamespace):
    _outgoing, check = held(cast)
    assert check.found and IDENTITY not in str(check.findings)
    assert IDENTITY not in str(list(AuditRow.objects.values()))


def test_the_second_person_is_another(cast: SimpleNamespace):
    outgoing = article(cast, IDENTITY)
    check = gate_check(outgoing=outgoing, actor=cast.alice)
    override_ask(check=check, reason="必须公开", actor=cast.alice)
    with pytest.raises(OverrideNeedsAnother):
        override_grant(check=check, actor=cast.alice)
    with pytest.raises(NotAllowed):
        override_grant(check=check, actor=cast.bob)
    with pytest.raises(NotThroughGate):
        require_passed(outgoing, actor=cast.alice)
    override_grant(check=check, actor=member("frank", cast.county, Role.SIGNER))
    require_passed(outgoing, actor=cast.alice)


def test_the_database_holds_it_too(cast: SimpleNamespace):
    _outgoing, check = held(cast)
    override_ask(check=check, reason="必须公开", actor=cast.bob)
    for who in (cast.bob, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            Check.objects.filter(pk=check.pk).update(state=CheckState.THROUGH, decided_by=who)


def test_it_needs_a_reason_and_stands_only_once(cast: SimpleNamespace):
    _outgoing, check = held(cast)
    with pytest.raises(ReasonMissing):
        override_ask(check=check, reason=" ", actor=cast.bob)
    with pytest.raises(NothingHeld):
        override_grant(check=check, actor=cast.alice)
    override_ask(check=check, reason="必须公开", actor=cast.bob)
    override_refuse(check=check, reason="删去号码", actor=cast.alice)
    assert check.state == CheckState.REFUSED and check.answer == "删去号码"
    actions = AuditRow.objects.filter(target=check.target).order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["gate.check", "gate.override-ask", "gate.override-refuse"]


def test_what_another_look_finds_more_takes_the_word_back(cast: SimpleNamespace):
    outgoing = article(cast, f"{IDENTITY} 小提琴手张雨桐")
    check = gate_check(outgoing=outgoing, actor=cast.bob)
    override_ask(check=check, reason="必须公开", actor=cast.bob)
    override_grant(check=check, actor=cast.alice)
    assert gate_check(outgoing=outgoing, actor=cast.bob).state == CheckState.THROUGH
    people(cast.hill, "张雨桐", minor_until=_in_years(10))
    assert gate_check(outgoing=outgoing, actor=cast.bob).state == CheckState.HELD


def test_a_consent_opens_what_a_childs_name_held(cast: SimpleNamespace):
    outgoing = article(cast, "小提琴手张雨桐")
    (child,) = people(cast.hill, "张雨桐", minor_until=_in_years(10))
    check = gate_check(outgoing=outgoing, actor=cast.bob)
    assert [finding.rule for finding in check.found] == ["child"]
    consent_give(
        person=child, purpose=Consented.PUBLIC_NAME, by=Giver.GUARDIAN, on=clock.today(), actor=cast.bob, reference="1"
    )
    assert gate_check(outgoing=outgoing, actor=cast.bob).state == CheckState.PASSED
    require_passed(outgoing, actor=cast.bob)


def test_what_passed_once_is_looked_at_again_when_it_goes_out(cast: SimpleNamespace):
    outgoing = article(cast, "小提琴手张雨桐")
    (child,) = people(cast.hill, "张雨桐", minor_until=_in_years(10))
    consent = consent_give(
        person=child, purpose=Consented.PUBLIC_NAME, by=Giver.GUARDIAN, on=clock.today(), actor=cast.bob, reference="1"
    )
    require_passed(outgoing, actor=cast.bob)
    consent_withdraw(consent=consent, actor=cast.bob)
    with pytest.raises(NotThroughGate):
        require_passed(outgoing, actor=cast.bob)


def test_what_was_let_through_goes_out_only_as_it_was_seen(cast: SimpleNamespace):
    outgoing = article(cast, f"{IDENTITY} 小提琴手张雨桐")
    check = gate_check(outgoing=outgoing, actor=cast.bob)
    override_ask(check=check, reason="必须公开", actor=cast.bob)
    override_grant(check=check, actor=cast.alice)
    require_passed(outgoing, actor=cast.bob)
    people(cast.hill, "张雨桐", minor_until=_in_years(10))
    with pytest.raises(NotThroughGate):
        require_passed(outgoing, actor=cast.bob)


def test_one_of_fifteen_is_no_child_unless_the_bureau_says_so(cast: SimpleNamespace):
    people(cast.hill, "张雨桐", minor_until=_in_years(3))
    assert gate_check(outgoing=article(cast, "小提琴手张雨桐"), actor=cast.bob).state == CheckState.PASSED


def test_attached_files_are_looked_into(cast: SimpleNamespace, tmp_path: Path, settings: Settings):
    settings.EVIDENCE_FOLDER = tmp_path
    file = receive(content=BytesIO(workbook(hidden_sheet=IDENTITY)), name="名单.xlsx", received_by="x")
    outgoing = Outgoing(Purpose.LIST, "X-1", "名单", cast.hill, (file_part("名单.xlsx", file),))
    check = gate_check(outgoing=outgoing, actor=cast.bob)
    assert [(finding.part, finding.at) for finding in check.found] == [("名单.xlsx", "底稿!C1")]


def test_another_school_sees_no_check(cast: SimpleNamespace):
    _outgoing, check = held(cast)
    assert get_check_for(cast.bob, check.digest) == get_check_for(cast.alice, check.digest) == check
    for other in (cast.charlie, cast.dora, cast.eve):
        with pytest.raises(NotFound):
            get_check_for(other, check.digest)


def _in_years(years: int) -> date:
    today = clock.today()
    return date(today.year + years, today.month, min(today.day, 28))
