"""Each kind of record through its whole life on a telephone: reported, returned, mended, verified, amended, voided.

What is typed is the kind's own sample. The figures move by what the record states, and back. Each takes some seconds:
a few kinds whose forms differ most, and all of them under YOUJU_SOAK=1.
"""

import os
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in
from tests.browser.typing import Typed, hand_in, press, type_all, typed_in
from tests.kinds.test_contract import RECORDS, _sample_of
from youju.indicators.figures import figures
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.people import Person
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.kind import RecordKind
from youju.records.verbs.endings import record_delete
from youju.records.verbs.record_verbs import record_add

pytestmark = pytest.mark.browser

_ALWAYS = ("session", "schoolreturn", "item", "service")
WALKED = [each for each in RECORDS if os.environ.get("YOUJU_SOAK") or each.id in _ALWAYS]


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast, study_group

    cast = make_cast()
    study_group(cast.hill, [Person.objects.create(name=name) for name in ("王一", "李二", "赵三")])
    yield SimpleNamespace(url=live_server.url, **vars(cast))


def faults(screen: Page) -> list[str]:
    wide = screen.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*axe_violations(screen), *(["wider than the screen"] if wide else [])]


@pytest.mark.parametrize("kind", WALKED)
def test_a_record_of_each_kind_lives_on_a_telephone(phone: Page, office: SimpleNamespace, kind: RecordKind):
    log_in(phone, office.url, "bob")
    values = _values(phone, kind, office)
    _open_empty(phone, kind, office, values)
    assert faults(phone) == []
    type_all(phone, values)
    assert faults(phone) == []
    hand_in(phone)
    record = _the_one(kind)
    office.year = record.happened.year
    assert record.state == State.SUBMITTED, phone.inner_text("main")
    assert faults(phone) == []

    page = f"{office.url}/record/{record.ref}/"
    _as(phone, office, "alice", page)
    _open_act(phone, "return", "请写明地点")
    expect(phone.locator("main")).to_contain_text("已退回")
    _as(phone, office, "bob", f"{page}edit")
    assert faults(phone) == []
    if own_title := phone.locator("[name=title]").count() > 0:
        phone.fill("[name=title]", "改过的标题")
    hand_in(phone)

    before = _read(office)
    _as(phone, office, "alice", page)
    phone.click("form[action$='/verify'] .btn-primary")
    _verified(phone, record)
    moved = [asked for asked, value in _read(office).items() if value != before[asked]]
    assert moved, "no figure moves by what the record states"
    log_in(phone, office.url, "alice")
    shown = _figure(phone, office, moved[0])
    assert faults(phone) == []

    if own_title:
        _amended(phone, office, page)
        assert _figure(phone, office, moved[0]) == shown
    _as(phone, office, "alice", page)
    _open_act(phone, "void", "重复上报")
    expect(phone.locator("main")).to_contain_text("重复上报")
    assert _read(office) == before
    assert _figure(phone, office, moved[0]) != shown


def _amended(phone: Page, office: SimpleNamespace, page: str) -> None:
    """Another title, which one asks for and another accepts."""
    _as(phone, office, "bob", f"{page}amend")
    phone.fill("[name=title]", "改对的标题")
    phone.fill("[name=reason]", "笔误")
    press(phone, "main .form-foot .btn-primary")
    _as(phone, office, "alice", page)
    assert faults(phone) == []
    phone.click("button[name=decision][value=accept]")
    expect(phone.locator("h1")).to_contain_text("改对的标题")


def _values(phone: Page, kind: RecordKind, office: SimpleNamespace) -> list[Typed]:
    """The kind's sample as its form shows it: of a draft that is thrown away."""
    given: dict[str, Any] = _sample_of(kind).sample(office.hill, clock.today()) | {"late_reason": "补录"}
    draft = record_add(kind=kind, values=given, actor=office.bob)
    phone.goto(f"{office.url}/record/{draft.ref}/edit")
    values = typed_in(phone)
    record_delete(record=draft, actor=office.bob)
    return values


def _open_empty(phone: Page, kind: RecordKind, office: SimpleNamespace, values: list[Typed]) -> None:
    phone.goto(f"{office.url}/records/{kind.code}/new")
    if pick := kind.form.PICK:
        (value,) = [typed.value for typed in values if typed.name == pick]
        assert faults(phone) == []
        phone.click(f"#picks a[href*='{pick}={value}']")


def _the_one(kind: RecordKind) -> Record:
    record: Record = kind.model.objects.get()
    return record


def _verified(phone: Page, record: Record) -> None:
    """Verifying can be taken back for ten seconds; logging out sends it at once."""
    press(phone, "form[data-logs-out] button")
    for _time in range(100):
        if type(record).objects.get(pk=record.pk).state == State.VERIFIED:
            return
        phone.wait_for_timeout(100)
    raise AssertionError("the verified record is not verified")


def _as(phone: Page, office: SimpleNamespace, name: str, address: str) -> None:
    phone.context.clear_cookies()
    log_in(phone, office.url, name)
    phone.goto(address)


def _open_act(phone: Page, action: str, reason: str) -> None:
    form = f"form[action$='/{action}']"
    phone.click(f"details.act:has({form}) > summary")
    phone.fill(f"{form} [name=reason]", reason)
    press(phone, f"{form} .form-foot button")


def _read(office: SimpleNamespace) -> dict[tuple[str, str], Any]:
    """Every figure of the bureau and of the school, by unit and code: some are the unit's own alone."""
    year = Period.year(office.year)
    return {
        (unit.code, code): figure.value
        for unit in (office.county, office.hill)
        for code, figure in figures(unit, year).items()
    }


def _figure(phone: Page, office: SimpleNamespace, asked: tuple[str, str]) -> str:
    unit, code = asked
    phone.goto(f"{office.url}/figure/{code}/?unit={unit}&period={office.year}")
    return phone.inner_text(".big-value")
