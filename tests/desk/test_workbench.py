"""The first screen of each role."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member, verified, visits
from youju.ledger import log
from youju.orgs.members import Role
from youju.records.verbs import record_submit


def test_a_liaison_finds_one_big_button_a_kind(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("workbench")).text
    assert page.count('class="big-button"') == 2
    assert reverse("review") not in page


def test_an_officer_finds_what_waits(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    page = desk(cast.alice).get(reverse("workbench")).text
    assert reverse("record", args=[record.ref]) in page


def test_an_auditor_finds_the_ledgers_root(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    assert log.root().hex() in desk(cast.dora).get(reverse("workbench")).text


def test_an_administrator_finds_members_and_no_records(cast: SimpleNamespace, desk: Desk):
    visits(cast.bob, cast.hill)
    page = desk(cast.eve).get(reverse("workbench")).text
    assert "charlie" in page
    assert "走访农户" not in page
    assert reverse("figures") not in page


def test_a_signer_reads_figures_and_decides_nothing(cast: SimpleNamespace, desk: Desk):
    frank = member("frank", cast.county, Role.SIGNER)
    page = desk(frank).get(reverse("workbench")).text
    assert reverse("figures") in page
    assert reverse("review") not in page


def test_a_member_without_a_role_sees_an_empty_desk(cast: SimpleNamespace, desk: Desk):
    grace = member("grace", cast.lake)
    assert desk(grace).get(reverse("workbench")).status_code == 200
    assert desk(grace).get(reverse("figures")).status_code == 403
