"""Accounts and roles: who may give them, what can never be given together, and that somebody always administers."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.orgs.plant import plant
from tests.records.cast import member as account
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.errors import NameMissing
from youju.orgs.invitations import find_member
from youju.orgs.member_errors import (
    AdminAudits,
    DeputyWithoutEnd,
    LastAdministrator,
    MemberClosed,
    NothingToStandInFor,
    OfficerAtSchool,
    OwnAccount,
    RoleDaysUnfit,
    RoleHeld,
    RoleOver,
    RolePlaceUnfit,
    UsernameTaken,
    UsernameUnfit,
)
from youju.orgs.member_verbs import member_activate, member_add, member_deactivate, member_edit
from youju.orgs.members import Member, Role
from youju.orgs.role_verbs import role_change, role_end, role_grant
from youju.orgs.usernames import propose_username

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def today(days: int = 0) -> date:
    return clock.today() + timedelta(days=days)


def fresh(member: Member) -> Member:
    return Member.objects.get(pk=member.pk)


def test_a_new_member_cannot_log_in_before_the_invitation(cast: SimpleNamespace):
    made = member_add(username="frank", name=" 方 小舟 ", unit=cast.hill, actor=cast.eve)
    assert (made.name, made.has_usable_password()) == ("方小舟", False)
    assert AuditRow.objects.get(action="member.add").target == made.token


@pytest.mark.parametrize("username", ["", "a b", "-x", "x" * 41, "a/b", "<x>", "a@b"])
def test_an_unfit_log_in_name_is_refused(cast: SimpleNamespace, username: str):
    with pytest.raises(UsernameUnfit):
        member_add(username=username, name="方", unit=cast.hill, actor=cast.eve)


def test_a_log_in_name_is_one_members_alone(cast: SimpleNamespace):
    with pytest.raises(UsernameTaken):
        member_add(username="BOB", name="方", unit=cast.hill, actor=cast.eve)
    with pytest.raises(NameMissing):
        member_add(username="frank", name=" ", unit=cast.hill, actor=cast.eve)


def test_log_in_names_are_proposed_from_pinyin(cast: SimpleNamespace):
    taken: set[str] = set()
    assert [propose_username("王小明", taken) for _each in range(2)] == ["wangxiaoming", "wangxiaoming2"]
    assert propose_username("bob") == "bob2"


def test_only_administrators_within_their_reach_do_any_of_it(cast: SimpleNamespace):
    other = account("olga", plant("mo", "county", "墨山县教育局", cast.city), Role.ADMIN)
    grant = cast.bob.grants.get()
    for actor in (cast.alice, cast.bob, cast.dora, other):
        for act in (
            lambda actor=actor: member_add(username="x", name="x", unit=cast.hill, actor=actor),
            lambda actor=actor: member_edit(member=cast.bob, name="x", unit=cast.hill, actor=actor),
            lambda actor=actor: member_deactivate(member=cast.bob, actor=actor),
            lambda actor=actor: role_grant(member=cast.bob, role="reviewer", unit=cast.hill, actor=actor),
            lambda actor=actor: role_end(grant=grant, actor=actor),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_who_is_closed_is_out_at_the_next_request(cast: SimpleNamespace):
    client = Client()
    client.force_login(cast.bob, backend=BACKEND)
    assert client.get(reverse("workbench")).status_code == 200
    member_deactivate(member=cast.bob, actor=cast.eve)
    assert client.get(reverse("workbench")).status_code == 302
    member_activate(member=cast.bob, actor=cast.eve)
    assert client.get(reverse("workbench")).status_code == 302, "opening the account again opens no old log-in"


def test_nothing_is_done_in_the_name_of_who_is_closed(cast: SimpleNamespace):
    """At the command line too, where nobody logs in."""
    member_deactivate(member=cast.bob, actor=cast.eve)
    with pytest.raises(MemberClosed):
        find_member("bob")
    member_activate(member=cast.bob, actor=cast.eve)
    assert find_member("bob") == cast.bob


def test_a_role_holds_from_its_day_to_its_day(cast: SimpleNamespace):
    role_grant(member=cast.bob, role=Role.REVIEWER, unit=cast.hill, actor=cast.eve, until=today(3))
    assert fresh(cast.bob).has_role(Role.REVIEWER)
    with clock.at(clock.now() + timedelta(days=4)):
        assert not fresh(cast.bob).has_role(Role.REVIEWER)


def test_a_role_that_is_ended_ends_at_once_and_can_be_given_again(cast: SimpleNamespace):
    for _again in range(2):
        grant = role_grant(member=cast.bob, role=Role.REVIEWER, unit=cast.hill, actor=cast.eve)
        role_end(grant=grant, actor=cast.eve)
        assert not fresh(cast.bob).has_role(Role.REVIEWER)
    old = cast.bob.grants.get(role=Role.LIAISON)
    role_end(grant=old, actor=cast.eve)
    assert not fresh(cast.bob).has_role(Role.LIAISON)
    with pytest.raises(RoleOver):
        role_end(grant=old, actor=cast.eve)


def test_unfit_days_places_and_doubles_are_refused(cast: SimpleNamespace):
    cases: list[tuple[type[Exception], dict[str, Any]]] = [
        (RoleDaysUnfit, {"role": Role.REVIEWER, "until": today(-1)}),
        (RoleDaysUnfit, {"role": Role.REVIEWER, "since": today(5), "until": today(4)}),
        (RoleHeld, {"role": Role.LIAISON}),
        (RolePlaceUnfit, {"role": Role.ADMIN}),
        (RolePlaceUnfit, {"role": Role.AUDITOR}),
        (OfficerAtSchool, {"role": Role.OFFICER}),
    ]
    for error, given in cases:
        with pytest.raises(error):
            role_grant(member=cast.bob, unit=cast.hill, actor=cast.eve, **given)


def test_who_administers_does_not_audit_not_even_later_or_for_a_colleague(cast: SimpleNamespace):
    later = {"since": today(10), "until": today(20)}
    for member, role, colleague in ((cast.eve, Role.AUDITOR, cast.dora), (cast.dora, Role.ADMIN, cast.eve)):
        for given in ({}, later, later | {"stands_in_for": colleague}):
            with pytest.raises(AdminAudits):
                role_grant(member=member, role=role, unit=cast.county, actor=CONSOLE, **given)


def test_a_deputy_stands_in_for_somebody_until_a_day(cast: SimpleNamespace):
    given = {"member": cast.bob, "role": Role.OFFICER, "unit": cast.county, "actor": cast.eve}
    with pytest.raises(DeputyWithoutEnd):
        role_grant(**given, stands_in_for=cast.alice)
    with pytest.raises(NothingToStandInFor):
        role_grant(**given, stands_in_for=cast.charlie, until=today(7))
    grant = role_grant(**given, stands_in_for=cast.alice, until=today(7))
    assert grant.stands_in_for == cast.alice
    assert AuditRow.objects.get(action="role.grant").detail["for"] == cast.alice.token


def test_nobody_locks_himself_or_everybody_out(cast: SimpleNamespace):
    own = cast.eve.grants.get()
    with pytest.raises(OwnAccount):
        member_deactivate(member=cast.eve, actor=cast.eve)
    with pytest.raises(OwnAccount):
        role_end(grant=own, actor=cast.eve)
    with pytest.raises(LastAdministrator):
        member_deactivate(member=cast.eve, actor=CONSOLE)
    with pytest.raises(LastAdministrator):
        role_end(grant=own, actor=CONSOLE)
    role_grant(member=cast.alice, role=Role.ADMIN, unit=cast.county, actor=cast.eve)
    role_end(grant=own, actor=fresh(cast.alice))
    with pytest.raises(LastAdministrator):
        member_deactivate(member=cast.alice, actor=CONSOLE)


def test_an_administrator_for_a_time_does_not_replace_one_without_end(cast: SimpleNamespace):
    own = cast.eve.grants.get()
    role_grant(member=cast.alice, role=Role.ADMIN, unit=cast.county, actor=cast.eve, until=today(7))
    with pytest.raises(LastAdministrator):
        role_end(grant=own, actor=CONSOLE)
    with pytest.raises(LastAdministrator):
        role_change(grant=own, until=today(1), sections=[], actor=CONSOLE)
    with pytest.raises(OwnAccount):
        role_change(grant=own, until=today(1), sections=[], actor=cast.eve)


def test_who_stands_in_never_does_so_without_end(cast: SimpleNamespace):
    given = {"member": cast.bob, "role": Role.OFFICER, "unit": cast.county, "actor": cast.eve}
    grant = role_grant(**given, stands_in_for=cast.alice, until=today(7))
    role_change(grant=grant, until=today(9), sections=[], actor=cast.eve)
    with pytest.raises(DeputyWithoutEnd):
        role_change(grant=grant, until=None, sections=[], actor=cast.eve)


@pytest.mark.parametrize(
    "name, username",
    [("仇和平", "qiuheping"), ("尉迟敬", "yuchijing"), ("单田芳", "shantianfang"), ("王芳", "wangfang")],
)
def test_a_log_in_name_reads_a_family_name_as_families_do(db: None, name: str, username: str):
    assert propose_username(name) == username
