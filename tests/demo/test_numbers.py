"""Another seed changes every number."""

import pytest

from youju.demo.numbers import REFERENCE_SEED, numbers, table

REFERENCE = {name: drawn.reference for name, drawn in table().items() if drawn.reference is not None}


def test_the_default_seed_gives_the_reference() -> None:
    _earlier, later = numbers(REFERENCE_SEED)
    assert {name: later[name] for name in REFERENCE} == REFERENCE


@pytest.mark.parametrize("seed", [2, 3, 17, 1999])
def test_another_seed_shares_no_number_with_it(seed: int) -> None:
    before, after = numbers(REFERENCE_SEED)
    earlier, later = numbers(seed)
    for name, value in REFERENCE.items():
        assert value not in (earlier[name], later[name]), name
        assert before[name] not in (earlier[name], later[name]), name
    assert after != later


@pytest.mark.parametrize("seed", [1, 2, 3, 17])
def test_the_two_years_differ_and_stocks_grow(seed: int) -> None:
    earlier, later = numbers(seed)
    for name, drawn in table().items():
        assert earlier[name] != later[name], name
        assert not drawn.stock or earlier[name] < later[name], name


@pytest.mark.parametrize("seed", [1, 2, 3, 17])
def test_no_number_leaps_from_year_to_year(seed: int) -> None:
    earlier, later = numbers(seed)
    for name, drawn in table().items():
        if drawn.low <= later[name] <= drawn.high:  # else the year before is as near as its bounds allow
            assert abs(later[name] - earlier[name]) <= max(3, later[name] / 4), name


def test_the_same_seed_gives_the_same_numbers() -> None:
    assert numbers(5) == numbers(5)
