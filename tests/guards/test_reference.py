"""Whatever the code lists, a page of docs/ shows: an addition is a decision that a reader sees."""

import pytest

from docs.reference import FOLDER, pages

_PAGES = ("settings.md", "commands.md", "measures.md", "indicators.md", "enumerations.md", "held.md")


@pytest.mark.parametrize("name", _PAGES)
def test_the_page_says_what_the_code_declares(name):
    assert (FOLDER / name).read_text("utf-8") == pages()[name], "run `make docs` and look at what changed"


def test_every_page_is_compared():
    assert tuple(pages()) == _PAGES
