"""Switching a pattern of the readers off, as make bench-claims does to count what it decides."""

from tests.claims.switched_off import decided, rules, switched_off
from youju.claims.reading import extract

CLOCK = "exclude.clock_round"


def test_what_only_one_pattern_keeps_from_being_a_figure_is_one_without_it():
    (rule,) = (one for one in rules() if str(one) == CLOCK)
    with switched_off(rule):
        assert len(extract("实行24小时值班。")) == 1
    assert extract("实行24小时值班。") == []


def test_what_each_decides_is_counted():
    found = {str(rule): count for rule, count in decided(["实行24小时值班，走访农户170户。"])}
    assert found[CLOCK] == 1
    assert found["exclude.multiple"] == 0
