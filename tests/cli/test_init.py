import pytest

from tests.records.cast import make_cast
from youju.orgs.members import Member
from youju.orgs.tickets import ticket_of

pytestmark = pytest.mark.django_db(transaction=True)

GIVEN = ("--county", "530323", "--name", "师宗县教育体育局", "--admin", "魏敏")


def test_it_prints_the_administrators_link_and_nothing_else(youju):
    said = youju("init", *GIVEN, "--site", "https://youju.example/")
    assert said.status == 0 and said.out.startswith("https://youju.example/t/")
    assert ticket_of(said.out.strip().rpartition("/")[2]).ref == Member.objects.get(username="weimin").token


def test_a_second_bureau_and_a_wrong_county_are_refused(youju):
    assert youju("init", "--county", "530300", "--name", "某局", "--admin", "某").status == 2
    make_cast()
    assert youju("init", *GIVEN).status == 2
