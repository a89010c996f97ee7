"""The pages of members: found, added, given roles, invited with cards, closed; for administrators alone."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import member as account
from tests.records.cast import noted
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.invitations import member_invite
from youju.orgs.member_errors import RolePlaceUnfit
from youju.orgs.member_verbs import member_add
from youju.orgs.members import Member, Role
from youju.orgs.role_verbs import role_grant
from youju.orgs.second_factor import factor_reset
from youju.orgs.tickets import Ticket, TicketInvalid, ticket_of

NEW = "qingshan xiaoxue 2026"
FORM = {"new_password1": NEW, "new_password2": NEW}


def newcomers(cast: SimpleNamespace, count: int = 3) -> list[Member]:
    made = [member_add(username=f"n{n}", name=f"新人{n}", unit=cast.hill, actor=cast.eve) for n in range(count)]
    for member in made:
        role_grant(member=member, role=Role.LIAISON, unit=cast.hill, actor=cast.eve)
    return made


def test_the_list_is_narrowed_by_name_role_and_state(cast: SimpleNamespace, desk: Desk):
    newcomers(cast)
    eve, page = desk(cast.eve), reverse("members")

    def names(**query: str) -> set[str]:
        return {row.member.username for row in eve.get(page, query).context["rows"]}

    assert names() == {"alice", "bob", "charlie", "dora", "eve", "n0", "n1", "n2"}
    assert names(text="新人1") == {"n1"}
    assert names(text="明湖") == {"charlie"}
    assert names(role="auditor") == {"dora"}
    assert names(joining="not_invited", role="liaison") == {"n0", "n1", "n2"}
    assert names(joining="nonsense") == set()


def test_a_member_is_added_with_a_role_and_a_log_in_name(cast: SimpleNamespace, desk: Desk):
    given = {"name": "王小明", "unit": cast.hill.pk, "role": "liaison", "username": ""}
    assert desk(cast.eve).post(reverse("member-new"), given).status_code == 302
    made = Member.objects.get(username="wangxiaoming")
    assert made.has_role(Role.LIAISON) and not made.has_usable_password()
    again = desk(cast.eve).post(reverse("member-new"), given | {"username": "WANGXIAOMING"})
    assert "already" in again.text


def test_what_a_rule_refuses_is_said_in_the_form_and_nothing_is_kept(cast: SimpleNamespace, desk: Desk):
    given = {"name": "王小明", "unit": cast.hill.pk, "role": "auditor", "username": ""}
    answer = desk(cast.eve).post(reverse("member-new"), given)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not Member.objects.filter(name="王小明").exists()


def test_roles_are_given_and_ended(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    given = {"role": "reviewer", "unit": cast.hill.pk, "sections": ["study", "reviews"]}
    eve.post(reverse("role-give", args=[cast.bob.token]), given)
    grant = cast.bob.grants.get(role="reviewer")
    assert grant.sections == ["reviews", "study"]
    page = eve.get(reverse("member", args=[cast.bob.token])).text
    assert "Study" in page and "reviewer" in page
    eve.post(reverse("role-end", args=[cast.bob.token, grant.pk]))
    assert not cast.bob.grants.filter(role="reviewer").exists()


def test_a_deputy_is_named_with_the_colleague(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    given = {"role": "officer", "unit": cast.county.pk, "stands_in_for": cast.alice.pk}
    page = reverse("role-give", args=[cast.bob.token])
    assert "Give the day" in eve.post(page, given).text
    until = (clock.today() + timedelta(days=7)).isoformat()
    assert eve.post(page, given | {"until": until}).status_code == 302
    assert "stands in for alice" in eve.get(reverse("member", args=[cast.bob.token])).text


def test_all_of_a_role_are_invited_at_once_with_cards_and_words(cast: SimpleNamespace, desk: Desk):
    newcomers(cast)
    eve = desk(cast.eve)
    made = eve.post(reverse("members-invite"), {"role": "liaison", "unit": ""})
    codes = [invitation.code for invitation in made.context["invitations"]]
    assert len(codes) == 3 and all(len(code) == 9 and code in made.text for code in codes)
    assert "no-store" in made["Cache-Control"]
    assert not any(code in made.context["text"] for code in codes), "whoever reads the group could use it"
    assert "新人0" in made.context["text"]
    cards = eve.post(reverse("invitation-cards"), {"code": codes})
    assert b"".join(cards).startswith(b"%PDF")
    again = eve.post(reverse("members-invite"), {"role": "liaison", "unit": ""})
    assert "Nobody is to be invited" in again.text


@pytest.mark.parametrize(("site", "warned"), [("", True), ("https://youju.example", False)])
def test_cards_that_no_phone_could_open_are_warned_of(
    cast: SimpleNamespace, desk: Desk, settings: Settings, site: str, warned: bool
):
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = site, ["127.0.0.1"]
    newcomers(cast)
    page = desk(cast.eve).post(reverse("members-invite"), {"role": "liaison"}, headers={"host": "127.0.0.1"}).text
    assert ("No phone can open these cards yet" in page) is warned
    assert f"{site or 'http://127.0.0.1'}/t/" in page


def test_cards_are_made_of_codes_that_hold_alone(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.eve).post(reverse("invitation-cards"), {"code": ["0000-0000"]}).status_code == 404
    code = member_invite(member=newcomers(cast, 1)[0], actor=cast.eve)
    for member in (cast.alice, cast.bob, cast.dora):
        assert desk(member).post(reverse("invitation-cards"), {"code": [code]}).status_code == 403


def test_the_invited_sees_who_it_is_for_chooses_a_password_and_is_in(cast: SimpleNamespace):
    member = newcomers(cast, 1)[0]
    code = member_invite(member=member, actor=cast.eve)
    phone = Client(headers={"accept-language": "en"})
    typed = phone.post(reverse("enter-code"), {"code": code.upper().replace("-", " ")}, follow=True)
    assert "新人0" in typed.text and "青山小学" in typed.text and "password1" not in typed.text
    page = reverse("ticket", args=[code])
    assert "new_password1" in phone.get(page + "?mine=1").text
    inside = phone.post(page, FORM, follow=True)
    assert inside.redirect_chain[-1][0] == reverse("workbench") and "n0" in inside.text


def test_a_wrong_code_is_said_beside_the_field(cast: SimpleNamespace):
    answer = Client(headers={"accept-language": "en"}).post(reverse("enter-code"), {"code": "0000-0000"})
    assert answer.status_code == 200 and "does not hold" in answer.text


def test_an_invitation_is_revoked_and_made_again(cast: SimpleNamespace, desk: Desk):
    member, eve = newcomers(cast, 1)[0], desk(cast.eve)
    first = eve.post(reverse("member-invite", args=[member.token])).context["invitations"][0].code
    second = eve.post(reverse("member-invite", args=[member.token])).context["invitations"][0].code
    assert [Client().get(reverse("ticket", args=[code])).status_code for code in (first, second)] == [404, 200]
    eve.post(reverse("invitation-revoke", args=[member.token]))
    assert Client().get(reverse("ticket", args=[second])).status_code == 404


def test_an_account_is_closed_and_opened(cast: SimpleNamespace, desk: Desk):
    eve = desk(cast.eve)
    eve.post(reverse("member-close", args=[cast.bob.token]))
    assert not Member.objects.get(username="bob").is_active
    assert eve.post(reverse("member-invite", args=[cast.bob.token])).status_code == 409
    eve.post(reverse("member-open", args=[cast.bob.token]))
    assert Member.objects.get(username="bob").is_active
    assert eve.post(reverse("member-close", args=[cast.eve.token])).status_code == 409


def test_name_and_unit_are_changed(cast: SimpleNamespace, desk: Desk):
    page = reverse("member", args=[cast.bob.token])
    assert desk(cast.eve).post(page, {"name": "包波", "unit": cast.lake.pk}).status_code == 302
    changed = Member.objects.get(username="bob")
    assert (changed.name, changed.unit) == ("包波", cast.lake)


ACTS = ["member", "role-give", "member-invite", "invitation-revoke", "member-close", "member-open"]


@pytest.mark.parametrize("route", ACTS)
def test_nobody_else_opens_or_does_any_of_it(cast: SimpleNamespace, desk: Desk, route: str):
    olga = account("olga", plant("mo", "county", "墨山县教育局", cast.city), Role.ADMIN)
    before = noted()
    for member, refused in ((cast.alice, 403), (cast.bob, 403), (cast.dora, 403), (olga, 404)):
        assert desk(member).post(reverse(route, args=[cast.bob.token])).status_code == refused
    assert noted() == before and not Ticket.objects.exists()


def test_a_role_of_another_member_is_not_ended_under_this_ones_name(cast: SimpleNamespace, desk: Desk):
    other = cast.charlie.grants.get()
    assert desk(cast.eve).post(reverse("role-end", args=[cast.bob.token, other.pk])).status_code == 404
    assert cast.charlie.grants.filter(until=None).exists()


def test_an_administrator_of_a_part_takes_over_nobody_who_decides_for_the_whole(cast: SimpleNamespace):
    town = plant("yun.east", "town", "东镇", cast.county)
    dave = account("dave", town, Role.ADMIN)
    clerk = account("clerk", town, Role.LIAISON)
    assert member_invite(member=clerk, actor=dave)
    role_grant(member=clerk, role=Role.OFFICER, unit=cast.county, actor=cast.eve)
    homeless = Member.objects.create(username="nowhere", name="无单位")
    for member in (clerk, homeless):
        for act in (member_invite, factor_reset):
            with pytest.raises(NotAllowed):
                act(member=member, actor=dave)
        assert member_invite(member=member, actor=cast.eve)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR, Role.SIGNER])
def test_who_administers_audits_or_signs_does_so_for_the_bureau(cast: SimpleNamespace, role: Role):
    town = plant("yun.east", "town", "东镇", cast.county)
    with pytest.raises(RolePlaceUnfit):
        role_grant(member=cast.bob, role=role, unit=town, actor=cast.eve)


def test_an_own_new_password_closes_the_card(cast: SimpleNamespace, desk: Desk):
    code = member_invite(member=cast.bob, actor=cast.eve)
    changed = {"old_password": "a long pass phrase", **FORM}
    assert desk(cast.bob).post(reverse("password"), changed).status_code == 302
    with pytest.raises(TicketInvalid):
        ticket_of(code)


def test_who_is_made_an_officer_at_a_school_is_told_where_officers_work(cast: SimpleNamespace, desk: Desk):
    given = {"role": "officer", "unit": cast.hill.pk}
    refused = desk(cast.eve).post(reverse("role-give", args=[cast.bob.token]), given).text
    assert "Officers work in an office, a town or the bureau itself" in refused
    assert not cast.bob.grants.filter(role=Role.OFFICER).exists()
