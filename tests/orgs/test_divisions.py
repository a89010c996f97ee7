"""The codes of GB/T 2260, and codes of units that begin with them."""

import pytest

from youju.errors import YoujuError
from youju.orgs.codes import refuse_unfit_code
from youju.orgs.divisions import INVENTED, NATION, divisions, find_division
from youju.orgs.tree_errors import UnfitCode, UnfitCodeBelow, UnfitCodeForm
from youju.orgs.units import UnitKind


def test_each_division_has_one_above_it_up_to_the_nation():
    for division in divisions():
        chain = [division]
        while (parent := chain[-1].parent) is not None:
            chain.append(parent)
        assert chain[-1].code == NATION and len(chain) <= 4


def test_there_are_as_many_as_there_are():
    counted = [division.level for division in divisions()]
    assert counted.count(UnitKind.PROVINCE) == 34
    assert 330 < counted.count(UnitKind.CITY) < 340
    assert 2800 < counted.count(UnitKind.COUNTY) < 2900


@pytest.mark.parametrize(
    ("code", "name", "parent"),
    [("320481", "溧阳市", "320400"), ("429004", "仙桃市", "420000"), ("110101", "东城区", "110000")],
)
def test_a_county_has_its_name_and_what_is_above_it(code: str, name: str, parent: str):
    division = find_division(code)
    assert division is not None and division.parent is not None
    assert (division.name, division.parent.code) == (name, parent)


def test_no_real_code_begins_as_the_invented_ones_do():
    assert not [division for division in divisions() if division.code.startswith(INVENTED)]


@pytest.mark.parametrize(
    ("code", "kind", "parent"),
    [
        ("000000", "nation", None),
        ("320481", "county", "320400"),
        ("441900", "county", "440000"),  # a city without counties
        ("999901", "county", "999900"),
        ("320481.no1-high", "school", "320481"),
        ("320481.east.lane", "school", "320481.east"),
    ],
)
def test_these_are_codes(code: str, kind: str, parent: str | None):
    refuse_unfit_code(code, kind, parent)


@pytest.mark.parametrize(
    ("code", "kind", "parent", "error"),
    [
        ("320400", "county", "320000", UnfitCode),
        ("320499", "county", "320400", UnfitCode),
        ("xiyun", "county", "320400", UnfitCode),
        ("999900", "county", "990000", UnfitCode),
        ("no1-high", "school", "320481", UnfitCodeBelow),
        ("320482.no1-high", "school", "320481", UnfitCodeBelow),
        ("320481.No 1", "school", "320481", UnfitCodeForm),
    ],
)
def test_these_are_none(code: str, kind: str, parent: str, error: type[YoujuError]):
    with pytest.raises(error):
        refuse_unfit_code(code, kind, parent)
