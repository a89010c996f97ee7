import pytest

from tests.records.cast import make_cast
from youju.orgs.setting_table import SETTINGS
from youju.orgs.settings import setting

pytestmark = pytest.mark.django_db(transaction=True)


def test_all_are_listed(youju):
    lines = youju("setting").out.splitlines()
    assert [line.partition("=")[0] for line in lines] == [declared.name for declared in SETTINGS]


def test_one_is_shown_set_and_taken_back(youju):
    make_cast()
    assert youju("setting", "late_days").out == "30\n"
    assert youju("setting", "late_days", "45").out == "late_days=45\n"
    assert setting("late_days") == 45
    assert youju("setting", "late_days", "default").out == "late_days=30\n"


def test_what_does_not_do_is_said_in_a_sentence(youju):
    said = youju("--lang", "en", "setting", "late_days", "soon")
    assert said.status == 2 and "whole number from 0 to 366" in said.err
    assert youju("setting", "no_such_thing").status == 2
