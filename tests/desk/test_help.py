"""The manual as pages of the desk, in the reader's language; nothing but its own pages is opened."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.translation import override
from pytest_django import Settings

from tests.desk.conftest import Desk
from youju.desk.help.manual import manual_pages
from youju.records.kind import CaseKind, Kind
from youju.records.kinds import kind_folder, kinds

MANUAL = Path(__file__).parents[2] / "docs" / "manual"


def pages(language: str) -> dict[str, Path]:
    files = {file.stem: file for file in (MANUAL / language).glob("*.md")}
    return files | {f"kinds/{kind.code}": kind_folder(kind) / f"manual.{language}.md" for kind in kinds()}


def test_both_languages_have_the_same_pages():
    assert pages("zh").keys() == pages("en").keys()


@pytest.mark.parametrize("name", sorted(pages("zh")))
def test_each_page_opens_from_the_contents(cast: SimpleNamespace, desk: Desk, name: str):
    bob, address = desk(cast.bob), reverse("help-page", args=[name])
    assert address in bob.get(reverse("help")).text, f"the kind lacks its page: {pages('zh')[name]}"
    for language in ("en", "zh-hans"):
        page = bob.get(address, headers={"accept-language": language})
        title = pages(language[:2])[name].read_text("utf-8").splitlines()[0].lstrip("# ")
        assert f"<h1>{title}</h1>" in page.text


# What a clerk asks of every kind, in this order; a page may say more between them.
_OF_RECORDS = ("什么时候填报", "怎样填", "佐证", "谁来核实", "数字怎么来", "常见差错")
_OF_CASES = ("什么时候用", "怎样办", "佐证", "谁来确认", "数字怎么来", "常见差错")
_IN_ENGLISH = {
    _OF_RECORDS: (
        "When to report", "How to fill it in", "Evidence", "Who verifies it", "Where the figures come from",
        "Common mistakes",
    ),
    _OF_CASES: (
        "When to use it", "How it goes", "Evidence", "Who decides", "Where the figures come from", "Common mistakes",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.code) for kind in kinds()])
def test_the_page_of_every_kind_answers_the_same_questions_in_the_same_order(kind: Kind):
    asked = _OF_CASES if isinstance(kind, CaseKind) else _OF_RECORDS
    for language, wanted in (("zh", asked), ("en", _IN_ENGLISH[asked])):
        text = (kind_folder(kind) / f"manual.{language}.md").read_text("utf-8")
        assert [head for head in re.findall(r"^## (.+)$", text, re.M) if head in wanted] == list(wanted)
    with override("zh-hans"):
        assert pages("zh")[f"kinds/{kind.code}"].read_text("utf-8").splitlines()[0] == f"# {kind.label}"


def test_the_page_of_a_kind_lists_the_figures_that_rest_on_it(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("help-page", args=["kinds/session"])).text
    assert f'href="{reverse("figure", args=["study.complete_rate"])}"' in page
    assert "inquiries." not in page
    assert "Figures that a summary can cite" not in desk(cast.bob).get(reverse("help-page", args=["daily"])).text


def test_html_in_a_page_stays_text_and_links_lead_to_pages(
    cast: SimpleNamespace, desk: Desk, settings: Settings, tmp_path: Path
):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "one.md").write_text("# One\n\n<script>x</script> [two](two.md#x)\n", "utf-8")
    settings.MANUAL_FOLDER = tmp_path
    page = desk(cast.bob).get(reverse("help-page", args=["one"])).text
    assert "<script>x" not in page
    assert 'href="/help/two#x"' in page


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/records/session/new", "kinds/session"),
        ("/records/study/", "daily"),
        ("/members/", "first-day"),
        ("/summaries/", "summary"),
        ("/summaries/begin/", "summary"),
        ("/summary/2025/", "summary"),
        ("/dues/", "plan"),
        ("/duty/", "mechanisms"),
        ("/assessment/", "mechanisms"),
    ],
)
def test_help_leads_to_the_page_about_the_page_one_is_on(cast: SimpleNamespace, desk: Desk, address: str, name: str):
    assert f'href="{reverse("help-page", args=[name])}"' in desk(cast.alice).get(address).text.partition("<main")[0]


def test_a_picture_of_the_manual_is_shown_from_its_own_folder_only(
    cast: SimpleNamespace, desk: Desk, settings: Settings, tmp_path: Path
):
    settings.MANUAL_FOLDER = tmp_path
    (tmp_path / "en").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "desk.png").write_bytes(b"\x89PNG")
    (tmp_path / "en" / "one.md").write_text("# One\n\n![The desk](../pictures/desk.png)\n", "utf-8")
    bob = desk(cast.bob)
    page = bob.get(reverse("help-page", args=["one"])).text
    assert 'src="/help/pictures/desk.png"' in page
    assert bob.get("/help/pictures/desk.png").headers["content-type"] == "image/png"
    assert bob.get("/help/pictures/other.png").status_code == 404


def test_each_picture_that_is_shown_is_there():
    texts = [*MANUAL.rglob("*.md"), *MANUAL.parents[1].glob("README*.md")]
    shown = {name for text in texts for name in re.findall(r"pictures/([a-z-]+)\.png", text.read_text("utf-8"))}
    assert shown <= {file.stem for file in (MANUAL / "pictures").glob("*.png")}
    assert len(shown) > 5


def test_what_is_no_page_is_not_found(cast: SimpleNamespace, desk: Desk, settings: Settings, tmp_path: Path):
    assert desk(cast.bob).get("/help/README").status_code == 404
    settings.MANUAL_FOLDER = tmp_path
    assert "came without its manual" in desk(cast.bob).get(reverse("help")).text


def test_what_many_read_comes_first_and_what_an_installation_takes_last():
    names = [page.name for page in manual_pages()]
    assert names[:2] == ["daily", "plan"] and names[-3:] == ["first-day", "install", "backup"]
