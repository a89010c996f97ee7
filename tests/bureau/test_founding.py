"""A bureau is founded once, in its place in the country, with an administrator who chooses the password alone."""

import pytest

from tests.records.cast import make_cast
from youju.bureau.founding import (
    Administrator,
    BureauExists,
    UnknownCounty,
    bureau_found,
    bureau_set_up,
    find_counties,
    setup_open,
)
from youju.ledger.verify import verify
from youju.orgs.errors import NameMissing
from youju.orgs.invitations import password_set
from youju.orgs.members import Member, Role
from youju.orgs.tickets import Ticket, TicketInvalid
from youju.orgs.tree import above, home_unit, this_month
from youju.orgs.units import Unit

pytestmark = pytest.mark.django_db

WEI = Administrator("魏师宗")


def test_it_stands_in_its_city_province_and_nation():
    founded = bureau_found(county="530323", name="师宗县教育体育局", short_name="县教体局", administrator=WEI)
    names = [unit.name for unit in above(founded.unit, this_month())]
    assert names == ["师宗县教育体育局", "曲靖市", "云南省", "中国"]
    assert home_unit() == founded.unit
    assert [alias.name for alias in founded.unit.aliases.all()] == ["师宗县"]
    assert not list(verify())


@pytest.mark.parametrize(("county", "units"), [("110101", 3), ("441900", 3)])
def test_a_district_of_a_municipality_and_a_city_without_counties_can_be_one(county: str, units: int):
    bureau_found(county=county, name="某某教育局", administrator=WEI)
    assert Unit.objects.count() == units


def test_the_administrator_gets_an_invitation_and_no_password():
    founded = bureau_found(county="530323", name="师宗县教育体育局", administrator=WEI)
    member = Member.objects.get()
    assert (member.username, member.has_usable_password(), member.has_role(Role.ADMIN)) == ("weishizong", False, True)
    password_set(code=founded.code, password="师宗 a long pass phrase")
    member.refresh_from_db()
    assert member.check_password("师宗 a long pass phrase")


@pytest.mark.parametrize("county", ["530300", "530000", "000000", "999999", "53032", "x", "", "530323.a"])
def test_what_is_no_county_is_refused(county: str):
    with pytest.raises(UnknownCounty):
        bureau_found(county=county, name="某某教育局", administrator=WEI)
    assert not Unit.objects.exists()


def test_a_bureau_without_a_name_or_administrator_is_refused():
    for name, admin in (("", WEI), ("某某教育局", Administrator("", "wei"))):
        with pytest.raises(NameMissing):
            bureau_found(county="530323", name=name, administrator=admin)
    assert not Unit.objects.exists() and not Member.objects.exists()


def test_where_there_are_units_nothing_is_founded():
    make_cast()
    with pytest.raises(BureauExists):
        bureau_found(county="530323", name="师宗县教育体育局", administrator=WEI)


def test_the_code_of_the_server_founds_once_and_only_the_newest():
    older, code = setup_open(), setup_open()
    with pytest.raises(TicketInvalid):
        bureau_set_up(code=older, county="530323", name="师宗县教育体育局", administrator=WEI)
    bureau_set_up(code=code, county="530323", name="师宗县教育体育局", administrator=WEI)
    with pytest.raises(TicketInvalid):
        bureau_set_up(code=code, county="530323", name="师宗县教育体育局", administrator=WEI)
    assert not Ticket.objects.filter(purpose="setup", uses_left__gt=0).exists()


@pytest.mark.parametrize("text", ["师宗", "530323", "曲靖 师宗", "云南省 师宗县"])
def test_a_county_is_found_by_name_code_and_what_lies_above(text: str):
    assert [division.code for division in find_counties(text)][:1] == ["530323"]


def test_who_types_nothing_or_nonsense_finds_nothing():
    assert find_counties("") == find_counties("  ") == find_counties("没有这个县") == []
