import pytest

from tests.records.cast import make_cast
from youju.orgs.tickets import ticket_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_link_is_printed_once(youju):
    make_cast()
    said = youju("ticket", "invite", "bob", "--site", "https://youju.example/")
    assert said.out.startswith("https://youju.example/t/")
    assert ticket_of(said.out.strip().rpartition("/")[2]).purpose == "invitation"


def test_an_unknown_name_is_told_so(youju):
    assert youju("ticket", "invite", "nobody").status == 2
