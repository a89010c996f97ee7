"""Every screen has something to show, and the ledger is whole."""

from collections import Counter

from youju.demo.accounts import ACCOUNTS
from youju.demo.build import Built
from youju.ledger import log
from youju.ledger.reading import Entry
from youju.ledger.verify import verify
from youju.orgs.members import Member
from youju.orgs.units import Unit, UnitKind
from youju.plans.dues import Due, DueState
from youju.plans.flaws import flaws
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.statistics.statistic.models import Statistic
from youju.records.verbs.corrections import Correction, CorrectionState


def test_there_are_records_in_every_state(demo: Built) -> None:
    assert set(Statistic.objects.values_list("state", flat=True)) == set(State.values)


def test_there_are_late_self_verified_and_opening_records(demo: Built) -> None:
    for mark in ("late", "self_verified", "opening"):
        assert Ledgered.objects.filter(**{mark: True}).exists(), mark


def test_a_correction_was_accepted_and_one_waits(demo: Built) -> None:
    states = Correction.objects.values_list("state", flat=True)
    assert sorted(states) == [CorrectionState.ACCEPTED, CorrectionState.WAITING]


def test_entries_were_posted_amended_and_voided(demo: Built) -> None:
    assert set(Entry.objects.values_list("kind", flat=True)) == set(Entry.Kind.values)


def test_the_ledger_is_undamaged_and_small(demo: Built) -> None:
    assert list(verify()) == []
    assert log.size() <= 10_000


def test_there_are_twelve_towns_and_a_hundred_schools(demo: Built) -> None:
    assert Unit.objects.filter(kind=UnitKind.TOWN).count() == 12
    assert Unit.objects.filter(kind=UnitKind.SCHOOL).count() == 100


def test_only_the_accounts_that_are_printed_can_log_in(demo: Built) -> None:
    able = {member.username for member in Member.objects.all() if member.has_usable_password()}
    assert able == {account.name for account in ACCOUNTS}


def test_the_plan_is_mostly_met_and_shows_what_else_there_is(demo: Built) -> None:
    states = Counter(Due.objects.filter(item__year=demo.year).values_list("state", flat=True))
    assert set(states) >= {DueState.DUE, DueState.MET, DueState.ZERO, DueState.EXCUSED}
    assert states[DueState.MET] > 0.6 * states.total()
    assert list(flaws()) == []
