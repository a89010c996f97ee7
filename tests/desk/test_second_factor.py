"""The second factor: nobody who needs one is in without it, by whatever door; lost ones are reset by somebody else."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.desk.conftest import Desk
from tests.guards.test_public_views import PUBLIC
from youju.orgs.audit import AuditRow
from youju.orgs.invitations import member_invite
from youju.orgs.members import Member, Role
from youju.orgs.role_verbs import role_grant
from youju.orgs.second_factor import FactorNeeded, factor_begin, factor_confirm, factor_remove
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import SettingRow

PASSWORD = "a long pass phrase"


@pytest.fixture
def cast(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast in a bureau that has changed nothing."""
    SettingRow.objects.all().delete()
    return cast


def code_of(member: Member, drift: int = 0) -> str:
    """What the phone shows now, or some half minutes later."""
    device = TOTPDevice.objects.filter(user=member).latest("pk")
    return f"{totp(device.bin_key, drift=drift):06d}"


def equipped(member: Member) -> list[str]:
    """The recovery codes of a member who now has a factor."""
    factor_begin(member=member)
    codes = factor_confirm(member=member, text=code_of(member, drift=-1))
    assert codes is not None
    return codes


def password_shown(member: Member) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.post(reverse("login"), {"username": member.username, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("profile")).status_code == 200


def test_who_decides_sets_it_up_before_being_in(cast: SimpleNamespace):
    client = password_shown(cast.alice)
    page = reverse("second-factor-setup")
    assert not is_in(client) and "data:image/svg" in client.get(page).text
    assert "does not fit" in client.post(page, {"code": "000000"}).text
    assert not is_in(client)
    TOTPDevice.objects.update(throttling_failure_count=0)
    answer = client.post(page, {"code": code_of(cast.alice)})
    assert len(answer.context["codes"]) == 10 and is_in(client)


def test_who_only_records_is_in_with_the_password(cast: SimpleNamespace):
    assert is_in(password_shown(cast.bob))
    assert is_in(password_shown(cast.dora))


@pytest.mark.parametrize(("required", "inside"), [("nobody", {"alice", "bob"}), ("deciders", {"bob"}), ("all", set())])
def test_the_bureau_says_who_needs_one(cast: SimpleNamespace, required: str, inside: set[str]):
    setting_change(name="second_factor", text=required, actor=cast.eve)
    assert {member.username for member in (cast.alice, cast.bob) if is_in(password_shown(member))} == inside


def test_who_has_one_is_always_asked(cast: SimpleNamespace):
    equipped(cast.bob)
    setting_change(name="second_factor", text="nobody", actor=cast.eve)
    client = password_shown(cast.bob)
    assert not is_in(client)
    client.post(reverse("second-factor"), {"code": code_of(cast.bob)})
    assert is_in(client)


def test_a_code_is_used_once_and_wrong_ones_make_it_wait(cast: SimpleNamespace):
    equipped(cast.bob)
    code = code_of(cast.bob)
    first, second = password_shown(cast.bob), password_shown(cast.bob)
    first.post(reverse("second-factor"), {"code": code})
    second.post(reverse("second-factor"), {"code": code})
    assert is_in(first) and not is_in(second)
    right = code_of(cast.bob, drift=1)
    assert "does not fit" in second.post(reverse("second-factor"), {"code": right}).text, "it comes within the pause"


def test_each_recovery_code_opens_once(cast: SimpleNamespace):
    codes = equipped(cast.bob)
    first, second = password_shown(cast.bob), password_shown(cast.bob)
    first.post(reverse("second-factor"), {"code": codes[0].upper()})
    second.post(reverse("second-factor"), {"code": codes[0]})
    assert is_in(first) and not is_in(second)
    assert cast.bob.recovery_codes.count() == 9
    assert AuditRow.objects.filter(action="factor.recovery", target=cast.bob.token).count() == 1


def _routes() -> list[str]:
    def every(resolver: URLResolver) -> Any:
        for each in resolver.url_patterns:
            yield from every(each) if isinstance(each, URLResolver) else [each]

    return [pattern.name for pattern in every(get_resolver()) if isinstance(pattern, URLPattern) and pattern.name]


def test_with_the_password_alone_no_page_opens(cast: SimpleNamespace):
    equipped(cast.alice)
    client = password_shown(cast.alice)
    tried = 0
    for route in set(_routes()) - PUBLIC:
        try:
            page = reverse(route)
        except NoReverseMatch:
            continue
        for answer in (client.get(page), client.post(page)):
            assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, reverse("login")), route
        tried += 1
    assert tried > 15


def test_an_invitation_is_no_way_round_it(cast: SimpleNamespace):
    equipped(cast.alice)
    code = member_invite(member=cast.alice, actor=cast.eve)
    client = Client()
    new = {"new_password1": "qingshan xiaoxue 2026", "new_password2": "qingshan xiaoxue 2026"}
    assert client.post(reverse("ticket", args=[code]), new)["Location"] == reverse("second-factor")
    assert not is_in(client)


def test_half_a_log_in_ends_with_a_changed_password_a_closed_account_or_time(cast: SimpleNamespace):
    equipped(cast.bob)
    client = password_shown(cast.bob)
    cast.bob.set_password("another long phrase")
    cast.bob.save()
    answer = client.post(reverse("second-factor"), {"code": code_of(cast.bob)})
    assert answer["Location"] == reverse("login") and not is_in(client)


def test_who_becomes_a_decider_is_out_until_it_is_set_up(cast: SimpleNamespace):
    client = password_shown(cast.bob)
    role_grant(member=cast.bob, role=Role.OFFICER, unit=cast.county, actor=cast.eve)
    assert not is_in(client)


def test_a_stricter_setting_ends_log_ins_without_one(cast: SimpleNamespace):
    client = password_shown(cast.bob)
    setting_change(name="second_factor", text="all", actor=cast.eve)
    assert not is_in(client)


def test_another_phone_that_was_begun_and_left_is_no_way_round_the_first(cast: SimpleNamespace):
    equipped(cast.alice)
    factor_begin(member=cast.alice)
    client = password_shown(cast.alice)
    answer = client.get(reverse("second-factor-setup"))
    assert answer["Location"] == reverse("login")
    client.post(reverse("second-factor-setup"), {"code": code_of(cast.alice)})
    assert not is_in(client)


def test_on_the_profile_page_anybody_sets_it_up_and_takes_it_away(cast: SimpleNamespace):
    client = password_shown(cast.bob)
    client.post(reverse("factor-set-up"), {"begin": "1"})
    codes = client.post(reverse("factor-set-up"), {"code": code_of(cast.bob)}).context["codes"]
    assert len(codes) == 10
    assert "10 of 10" in client.get(reverse("profile")).text
    fresh = client.post(reverse("recovery-codes"), {"code": codes[0]}).context["codes"]
    assert len(fresh) == 10
    client.post(reverse("factor-remove"), {"code": fresh[0]})
    assert not TOTPDevice.objects.filter(user=cast.bob).exists()


@pytest.mark.parametrize("route", ["recovery-codes", "factor-remove", "factor-set-up"])
@pytest.mark.parametrize("shown", ["", "000000", "nothing like it"])
def test_a_log_in_left_open_changes_nothing_about_the_factor(cast: SimpleNamespace, desk: Desk, route: str, shown: str):
    codes = equipped(cast.bob)
    factor_begin(member=cast.bob)  # begun elsewhere and left
    client = desk(cast.bob)
    answer = client.post(reverse(route), {"code": shown, "begin": "1"})
    assert answer["Location"] == reverse("profile")
    assert client.get(reverse("factor-set-up"))["Location"] == reverse("profile")
    assert TOTPDevice.objects.filter(user=cast.bob, confirmed=True).count() == 1
    TOTPDevice.objects.update(throttling_failure_count=0)
    assert len(client.post(reverse("recovery-codes"), {"code": codes[0]}).context["codes"]) == 10


def test_who_needs_it_cannot_take_it_away(cast: SimpleNamespace):
    equipped(cast.alice)
    with pytest.raises(FactorNeeded):
        factor_remove(member=cast.alice)


def test_a_lost_one_is_reset_by_another_administrator_alone(cast: SimpleNamespace, desk: Desk):
    equipped(cast.bob)
    client = password_shown(cast.bob)
    client.post(reverse("second-factor"), {"code": code_of(cast.bob)})
    assert is_in(client)
    page = reverse("factor-reset", args=[cast.bob.token])
    for member in (cast.alice, cast.bob, cast.dora):
        assert desk(member).post(page).status_code == 403
    assert desk(cast.eve).post(page).status_code == 302
    assert not is_in(client) and not TOTPDevice.objects.exists()
    assert AuditRow.objects.get(action="factor.reset").actor == cast.eve.token
    equipped(cast.eve)
    assert desk(cast.eve).post(reverse("factor-reset", args=[cast.eve.token])).status_code == 409


def test_no_secret_and_no_code_is_kept_to_be_read(cast: SimpleNamespace):
    codes = equipped(cast.bob)
    kept = set(cast.bob.recovery_codes.values_list("digest", flat=True))
    assert not kept & set(codes) and all(len(digest) == 64 for digest in kept)
    noted = " ".join(str(row.detail) for row in AuditRow.objects.all())
    assert not any(code in noted for code in codes)
