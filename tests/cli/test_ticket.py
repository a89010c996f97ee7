import pytest
from django_otp.oath import totp

from tests.records.cast import make_cast
from youju.orgs.audit import AuditRow
from youju.orgs.log_ins import has_factor
from youju.orgs.second_factor import factor_begin, factor_confirm
from youju.orgs.tickets import ticket_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_link_is_printed_once(youju):
    make_cast()
    said = youju("ticket", "invite", "bob", "--site", "https://youju.example/")
    assert said.out.startswith("https://youju.example/t/")
    assert ticket_of(said.out.strip().rpartition("/")[2]).purpose == "invitation"


def test_an_unknown_name_is_told_so(youju):
    assert youju("ticket", "invite", "nobody").status == 2


def test_an_administrator_without_phone_and_codes_gets_in_again(youju):
    eve = make_cast().eve
    factor_confirm(member=eve, text=f"{totp(factor_begin(member=eve).bin_key):06d}")
    youju("ticket", "invite", "eve")
    assert has_factor(eve)
    youju("ticket", "invite", "eve", "--new-phone")
    assert not has_factor(eve)
    assert AuditRow.objects.filter(actor="console", action="factor.reset", target=eve.token).exists()
