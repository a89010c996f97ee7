"""The page on what summaries count most: every indicator that it names is in force, and stands where it says."""

import re
from pathlib import Path

import pytest
from django.urls import resolve

from youju.indicators.catalogue import built_in
from youju.records.heads.sections import Section
from youju.records.kinds import find_kind, section_of

PAGES = [Path("docs/what-is-counted.md"), Path("docs/what-is-counted.zh.md")]

_ROW = re.compile(r"^\| [^|]+ \| \d+ \| (\w+) \| (.+) \|$", re.M)
_PLACE = re.compile(r"^\| [^|]+ \| `(/[^`]+)` \|$", re.M)


def rows(page: Path) -> list[tuple[str, list[str]]]:
    return [(section, re.findall(r"`([^`]+)`", codes)) for section, codes in _ROW.findall(page.read_text("utf-8"))]


def test_every_row_names_indicators_in_force_of_its_section() -> None:
    found = rows(PAGES[0])
    assert len(found) >= 20
    for section, codes in found:
        assert codes and section in Section.values
        assert not [code for code in codes if code not in built_in()], section


def test_both_languages_name_the_same() -> None:
    assert rows(PAGES[0]) == rows(PAGES[1])


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ("activities", "activities.held"),
        ("activities", "activities.people"),
        ("activities", "contests.entered"),
        ("activities", "contests.first_prize"),
        ("activities", "contests.primary"),
        ("honours", "honours.persons"),
    ],
)
def test_what_is_counted_often_has_an_indicator_of_its_own(section: str, code: str) -> None:
    assert section in {found for found, codes in rows(PAGES[0]) if code in codes}
    assert section_of(built_in()[code].measure) == section


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_that_carries_a_part_of_a_summary_is_there(page: Path) -> None:
    places = _PLACE.findall(page.read_text("utf-8"))
    assert len(places) >= 15
    for place in places:
        asked = resolve(place).kwargs
        assert asked.get("section") in Section.values or find_kind(asked.get("code", "")) is not None
