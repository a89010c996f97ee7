"""The columns of a chart leave room for what is written above them."""

import re

from youju.desk.figures.charts import Bar, columns


def _width(texts: list[str]) -> int:
    svg = columns([Bar(str(place), 1, text, "?") for place, text in enumerate(texts, 1)], title="x")
    found = re.search(r'viewBox="0 0 (\d+) ', svg)
    assert found
    return int(found[1])


def test_whole_percentages_are_written_short():
    svg = columns([Bar("1", 100, "100.00%", "?")], title="x")
    assert ">100%</text>" in svg
    assert "1: 100.00%" in svg  # who hears the page hears what the figure says


def test_long_values_get_wider_columns():
    assert _width(["12次"] * 12) == 12 * 44
    assert _width(["1,234,567"] * 12) > 12 * 70


def test_above_columns_too_narrow_for_it_the_measure_word_is_left_out():
    svg = columns([Bar("1", 1, "12,345人次", "?"), Bar("2", 1, "2人次", "?")], title="x")
    assert ">12,345</text>" in svg and ">2</text>" in svg
    assert "1: 12,345人次" in svg  # who hears the page hears what is counted
