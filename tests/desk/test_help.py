"""The manual as pages of the desk, in the reader's language; nothing but its own pages is opened."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.desk.conftest import Desk

MANUAL = Path(__file__).parents[2] / "docs" / "manual"


def test_both_languages_have_the_same_pages():
    assert {file.name for file in (MANUAL / "zh").glob("*.md")} == {file.name for file in (MANUAL / "en").glob("*.md")}


@pytest.mark.parametrize("name", sorted(file.stem for file in (MANUAL / "zh").glob("*.md")))
def test_each_page_opens_from_the_contents(cast: SimpleNamespace, desk: Desk, name: str):
    bob, address = desk(cast.bob), reverse("help-page", args=[name])
    assert address in bob.get(reverse("help")).text
    for language in ("en", "zh-hans"):
        page = bob.get(address, headers={"accept-language": language})
        title = (MANUAL / language[:2] / f"{name}.md").read_text("utf-8").splitlines()[0].lstrip("# ")
        assert f"<h1>{title}</h1>" in page.text


def test_html_in_a_page_stays_text_and_links_lead_to_pages(
    cast: SimpleNamespace, desk: Desk, settings: Settings, tmp_path: Path
):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "one.md").write_text("# One\n\n<script>x</script> [two](two.md#x)\n", "utf-8")
    settings.MANUAL_FOLDER = tmp_path
    page = desk(cast.bob).get(reverse("help-page", args=["one"])).text
    assert "<script>x" not in page
    assert 'href="/help/two#x"' in page


def test_what_is_no_page_is_not_found(cast: SimpleNamespace, desk: Desk, settings: Settings, tmp_path: Path):
    assert desk(cast.bob).get("/help/README").status_code == 404
    settings.MANUAL_FOLDER = tmp_path
    assert "came without its manual" in desk(cast.bob).get(reverse("help")).text
