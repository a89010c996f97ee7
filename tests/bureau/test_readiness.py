"""就绪 and 启用: what a bureau must have before it begins, and that it does not begin without it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.bureau.book import found_county
from tests.orgs.plant import plant
from tests.records.cast import make_cast, member, verified
from tests.records.test_opening import opening
from youju.bureau import readiness as asked
from youju.bureau.live import AlreadyLive, NotReady, OpeningAfter, bureau_go_live
from youju.bureau.readiness import QUESTIONS, readiness
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.calendar_verbs import days_import
from youju.orgs.days_off import announced_days
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.settings import setting


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def _silent() -> Iterator[str]:
    return iter(())


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing is amiss, in a year whose days off are announced."""
    ours = {"deciders", "auditor", "signer", "invitations", "factor", "opening-there", "opening", "backup", "restored"}
    quiet = tuple(one if one.code in ours else one._replace(look=_silent) for one in QUESTIONS)
    monkeypatch.setattr(asked, "QUESTIONS", quiet)


def red() -> set[str]:
    return {answer.question.code for answer in readiness() if answer.red}


def missing(code: str) -> tuple[str, ...]:
    return next(answer.missing for answer in readiness() if answer.question.code == code)


def note(action: str) -> None:
    with transaction.atomic():
        audit.write(actor=CONSOLE, action=action, target="backup", file="x", bytes=1, size=1, missing=0)


@pytest.fixture
def ready(cast: SimpleNamespace, machine: None) -> Iterator[SimpleNamespace]:
    """A bureau that lacks nothing it must have."""
    cast.adam = member("adam", cast.county, Role.OFFICER)
    verified(opening(cast.alice, cast.county), cast.alice, cast.adam)
    note("backup.write")
    note("backup.drill")
    yield cast


def test_a_new_bureau_is_told_everything_it_must_have(cast: SimpleNamespace, machine: None) -> None:
    assert red() == {"deciders", "backup", "restored"}
    assert missing("opening-there") and not missing("opening")


def test_what_all_sections_lack_is_said_in_one_sentence(cast: SimpleNamespace, machine: None) -> None:
    (sentence,) = missing("deciders")
    assert sentence.startswith("各栏目：已加入的干事1名")


def test_a_bureau_without_schools_is_told_to_enter_them(db: None) -> None:
    found_county()
    (sentence,) = missing("invitations")
    assert "还没有乡镇和学校" in sentence


def test_two_officers_for_each_section(cast: SimpleNamespace, machine: None) -> None:
    adam = member("adam", cast.county, Role.OFFICER)
    assert missing("deciders") == ()
    RoleGrant.objects.filter(member=adam).update(sections=["study"])
    assert any("Statistics" in sentence or "统计" in sentence for sentence in missing("deciders"))
    Member.objects.filter(pk=adam.pk).update(password="!none")  # invited, and has not joined
    (sentence,) = missing("deciders")
    assert sentence.startswith("各栏目：")


def test_whoever_audits_does_not_administer(cast: SimpleNamespace, machine: None) -> None:
    assert missing("auditor") == ()
    RoleGrant.objects.create(member=cast.dora, role=Role.ADMIN, unit=cast.county)
    assert any("dora" in sentence for sentence in missing("auditor"))
    RoleGrant.objects.filter(role=Role.AUDITOR).delete()
    assert len(missing("auditor")) == 1


def test_a_school_without_a_liaison_is_named(cast: SimpleNamespace, machine: None) -> None:
    assert missing("invitations") == ()
    plant("moon", "school", "月亮小学", cast.county)
    assert "月亮小学" in missing("invitations")[0]


def test_an_opening_figure_that_waits_is_red(ready: SimpleNamespace) -> None:
    assert red() == set()
    opening(ready.alice, ready.hill, 3, title="评议会", sort="reviews.meetings")
    assert red() == {"opening"}


def test_it_begins_and_says_so_in_the_audit(ready: SimpleNamespace) -> None:
    day = clock.today()
    bureau_go_live(day=day, actor=ready.eve)
    assert setting("live_since") == day
    assert AuditRow.objects.filter(action="bureau.live", actor=ready.eve.token).count() == 1
    with pytest.raises(AlreadyLive):
        bureau_go_live(day=day, actor=ready.eve)


def test_it_does_not_begin_while_anything_is_red(cast: SimpleNamespace, machine: None) -> None:
    with pytest.raises(NotReady):
        bureau_go_live(day=clock.today(), actor=cast.eve)
    assert setting("live_since") is None


def test_it_does_not_begin_before_what_its_opening_figures_tell(ready: SimpleNamespace) -> None:
    with pytest.raises(OpeningAfter):
        bureau_go_live(day=date(2024, 12, 31), actor=ready.eve)


def test_only_the_bureaus_administrator_lets_it_begin(ready: SimpleNamespace) -> None:
    elsewhere = member("enid", ready.hill, Role.ADMIN)
    for other in (ready.alice, ready.dora, elsewhere):
        with pytest.raises(NotAllowed):
            bureau_go_live(day=clock.today(), actor=other)
    bureau_go_live(day=clock.today(), actor=CONSOLE)


def test_nobody_waits_in_december_for_days_off_that_others_announce(cast: SimpleNamespace):
    question = {one.code: one for one in QUESTIONS}
    days_import(rows=announced_days(), source="国务院办公厅", actor=CONSOLE)
    with clock.at(datetime(2026, 12, 15, 4, tzinfo=UTC)):
        assert list(question["calendar"].look()) == [] and list(question["next-year"].look())
    assert question["calendar"].must and not question["next-year"].must
