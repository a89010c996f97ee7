"""Documents at the desk: begun, written section by section, compared and restored; and who may do which of it."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.http import FileResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import noted, verified, visits
from tests.summaries.issuing import frozen, record, written
from youju.lib.periods import Period
from youju.records.verbs.record_verbs import record_void
from youju.summaries.binding import build as building
from youju.summaries.drafts.documents import Document, Section
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin, section_write

HAND = "{{手填 3场 | 口头 | 会议 | 李明}}"
TEXT = f"# 总结\n\n开头。\n\n## 一、宣传\n\n宣传{{{{publicity.local}}}}，培训15场，另有{HAND}。\n\n## 二、其他\n\n完。"


@pytest.fixture
def document(cast: SimpleNamespace) -> Document:
    """The bureau's text of 2025, begun by alice."""
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    genre, year = get_genre("annual"), Period.year(2025)
    return document_begin(unit=cast.county, genre=genre, period=year, title="年度总结", text=TEXT, actor=cast.alice)


def told(document: Document, number: int = 1) -> Section:
    return document.sections[number]


def edit(document: Document, number: int = 1) -> str:
    return reverse("section-edit", args=[document.ref, told(document, number).pk])


def test_a_section_that_is_too_long_is_not_cut_off_in_silence(cast: SimpleNamespace, desk: Desk, document: Document):
    page = desk(cast.alice).post(edit(document), {"text": "长" * 100_001, "version": 1, "then": "save"})
    assert page.status_code == 422
    assert "at most 100000 characters" in page.text
    assert told(document).version == 1


def test_an_empty_list_says_what_to_do(cast: SimpleNamespace, desk: Desk):
    assert reverse("document-begin") in desk(cast.alice).get(reverse("documents")).text
    assert "Officers begin the bureau" in desk(cast.dora).get(reverse("documents")).text


def test_the_list_tells_figures_and_the_share_of_sentences_that_rest_on_nothing(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    page = desk(cast.alice).get(reverse("documents")).text
    assert "by hand 1" in page and "unbound 1" in page
    assert ">67%</td>" in page  # two of three sentences


def test_a_list_of_fifty_asks_no_figure_and_a_bounded_number_of_questions(
    cast: SimpleNamespace, desk: Desk, document: Document, monkeypatch: pytest.MonkeyPatch
):
    alice = desk(cast.alice)
    with CaptureQueriesContext(connection) as few:
        alice.get(reverse("documents"))
    genre, year = get_genre("annual"), Period.year(2025)
    for number in range(49):
        document_begin(unit=cast.county, genre=genre, period=year, title=f"{number}", text=TEXT, actor=cast.alice)
    monkeypatch.setattr(building, "figures", None)  # whoever asks for one fails
    with CaptureQueriesContext(connection) as many:
        page = alice.get(reverse("documents")).text
    assert page.count('class="lead-cell"') == 50
    assert len(many) <= len(few) + 2


def test_a_document_is_begun_from_the_genres_template(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    form = {"genre": "annual", "unit": cast.county.pk, "period": "2025", "title": "", "start": "template"}
    answer = desk(cast.alice).post(reverse("document-begin"), form, follow=True)
    begun = Document.objects.get()
    assert begun.title == "云溪县教育局2025年度工作总结"
    assert answer.redirect_chain[-1][0] == reverse("document", args=[begun.ref])
    assert len(begun.sections) > 5


def test_the_page_shows_every_figure_as_a_chip_and_marks_what_is_neither_bound_nor_typed_by_hand(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    page = desk(cast.alice).get(reverse("document", args=[document.ref])).text
    assert 'class="chip chip-blank" popovertarget="chip-1"' in page
    assert 'class="chip chip-hand" popovertarget="chip-2"' in page
    assert "口头" in page and "会议" in page and "李明" in page
    assert '15场<span class="unbound-word">' in page
    assert "Line 3:" in page


def test_a_chip_opens_value_last_year_entries_and_what_is_to_be_verified(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    document = document_begin(
        unit=cast.county, genre=get_genre("annual"), period=Period.year(2025), title="x", actor=cast.alice,
        text="开会{{reviews.meetings}}。",
    )  # fmt: skip
    (card,) = desk(cast.alice).get(reverse("document", args=[document.ref])).context["cards"]
    assert (card.line.figure.indicator.code, card.line.before.period.code, card.entries, card.waiting) == (
        "reviews.meetings", "2024", 0, 0,
    )  # fmt: skip


def test_a_section_is_saved_as_a_new_version(cast: SimpleNamespace, desk: Desk, document: Document):
    form = {"text": "## 一、宣传\n\n改过。", "version": 1, "then": "save"}
    answer = desk(cast.alice).post(edit(document), form)
    assert answer["Location"].endswith(f"#section-{told(document).pk}")
    assert (told(document).text, told(document).version) == ("## 一、宣传\n\n改过。", 2)


@pytest.mark.parametrize("then", ["preview", "find"])
def test_looking_and_finding_save_nothing(cast: SimpleNamespace, desk: Desk, document: Document, then: str):
    before = noted()
    form = {"text": "## 一\n\n共办16场。", "version": 1, "then": then, "find": "宣传"}
    page = desk(cast.alice).post(edit(document), form).text
    assert "共办16场。" in page and noted() == before
    assert ("Preview, not saved" in page) == (then == "preview")
    assert ("{{本地网站媒体宣传新闻}}" in page) == (then == "find")


def test_a_figure_that_was_found_is_put_at_the_end_without_a_script(
    cast: SimpleNamespace, desk: Desk, document: Document
):  # fmt: skip
    form = {"text": "宣传", "version": 1, "insert": "{{publicity.local}}"}
    assert ">宣传{{本地网站媒体宣传新闻}}</textarea>" in desk(cast.alice).post(edit(document), form).text


def test_figures_are_written_by_name_and_kept_by_code(cast: SimpleNamespace, desk: Desk, document: Document):
    alice = desk(cast.alice)
    alice.post(edit(document), {"text": "## 一\n\n{{本地网站媒体宣传新闻|近}}。", "version": 1, "then": "save"})
    assert told(document).text == "## 一\n\n{{publicity.local|near}}。"
    assert "{{本地网站媒体宣传新闻|近}}。</textarea>" in alice.get(edit(document)).text


def test_a_figure_typed_by_hand_is_put_in_once_all_is_told(cast: SimpleNamespace, desk: Desk, document: Document):
    alice = desk(cast.alice)
    form = {
        "text": "投入",
        "version": 1,
        "then": "hand",
        "hand_figure": "12|万元",
        "hand_reason": "未接入",
        "hand_source": "结算单",
    }
    missing = alice.post(edit(document), form)
    assert missing.status_code == 422 and "wants all four" in missing.text and 'value="结算单"' in missing.text
    assert ">投入</textarea>" in missing.text
    whole = alice.post(edit(document), form | {"hand_asked_by": "周局长"}).text
    assert ">投入{{手填 12 万元 | 未接入 | 结算单 | 周局长}}</textarea>" in whole and 'value="结算单"' not in whole


def test_figures_are_found_by_what_they_count_and_none_is_for_inside_use(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    found = reverse("document-figures", args=[document.ref])
    assert "{{本地网站媒体宣传新闻}}" in desk(cast.alice).get(found, {"find": "宣传新闻"}).text
    assert "本一达线" not in desk(cast.alice).get(found, {"find": "exam.first_tier"}).text
    assert "No figure goes by" in desk(cast.alice).get(found, {"find": "zzzz"}).text


def test_over_a_newer_version_both_texts_are_shown_and_what_was_typed_is_kept(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    section_write(section=told(document), version=1, text="## 一、宣传\n\n她的话。", actor=cast.alice)
    answer = desk(cast.alice).post(edit(document), {"text": "## 一、宣传\n\n我的话。", "version": 1, "then": "save"})
    assert answer.status_code == 409
    assert "<del>她</del>的话" in answer.text and "<ins>我</ins>的话" in answer.text
    assert "我的话。</textarea>" in answer.text and 'name="version" value="2"' in answer.text
    desk(cast.alice).post(edit(document), {"text": "## 一、宣传\n\n两人的话。", "version": 2, "then": "save"})
    assert told(document).version == 3


def test_sections_are_added_moved_taken_out_and_put_back(cast: SimpleNamespace, desk: Desk, document: Document):
    alice, first = desk(cast.alice), told(document, 0)
    new = f"{reverse('section-new', args=[document.ref])}?after={first.pk}"
    alice.post(new, {"text": "## 新", "then": "save"})
    assert [section.heading for section in _fresh(document).sections] == ["总结", "新", "一、宣传", "二、其他"]
    _act(alice, told(_fresh(document), 1), "down")
    _act(alice, told(_fresh(document), 0), "close")
    assert [section.heading for section in _fresh(document).sections] == ["一、宣传", "新", "二、其他"]
    _act(alice, first, "reopen")
    assert _fresh(document).sections[0].heading == "总结"


def test_an_empty_section_is_not_added(cast: SimpleNamespace, desk: Desk, document: Document):
    answer = desk(cast.alice).post(reverse("section-new", args=[document.ref]), {"text": " ", "then": "save"})
    assert answer.status_code == 422 and len(_fresh(document).sections) == 3


def test_versions_are_listed_compared_and_restored(cast: SimpleNamespace, desk: Desk, document: Document):
    section = told(document, 2)
    section_write(section=section, version=1, text="## 二、其他\n\n写完。", actor=cast.alice)
    alice = desk(cast.alice)
    assert "an earlier" not in alice.get(reverse("document-history", args=[document.ref])).text
    page = alice.get(reverse("section-compare", args=[document.ref, section.pk]), {"from": 1, "to": 2}).text
    assert "<ins>写</ins>完" in page
    alice.post(reverse("section-restore", args=[document.ref, section.pk]), {"version": 2, "number": 1})
    assert (told(_fresh(document), 2).text, told(_fresh(document), 2).version) == ("## 二、其他\n\n完。", 3)
    assert "an earlier version again" in alice.get(reverse("document-history", args=[document.ref])).text


def test_the_page_leads_to_files_to_the_returned_one_and_to_the_text_without_names(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    page = desk(cast.alice).get(reverse("document", args=[document.ref])).text
    for ending in ("docx", "pdf", "html", "md"):
        assert reverse("document-file", args=[document.ref, ending]) in page
    assert reverse("document-returned", args=[document.ref]) in page
    assert f"{reverse('mask')}?document={document.ref}" in page
    seen = desk(cast.dora).get(reverse("document", args=[document.ref])).text
    assert reverse("document-returned", args=[document.ref]) not in seen and reverse("mask") not in seen


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("html", b"<!DOCTYPE"), ("md", "# 总结".encode())])
def test_a_draft_is_a_file_as_the_ledger_stands_now(
    cast: SimpleNamespace, desk: Desk, document: Document, ending: str, begins: bytes
):
    answer = desk(cast.dora).get(reverse("document-file", args=[document.ref, ending]))
    assert isinstance(answer, FileResponse) and b"".join(answer).startswith(begins)
    assert answer["Cache-Control"] == "private, no-store"
    assert desk(cast.dora).get(reverse("document-file", args=[document.ref, "odt"])).status_code == 404


def test_what_is_frozen_is_taken_along_as_its_edition(cast: SimpleNamespace, desk: Desk):
    record(cast)
    answer = desk(cast.alice).get(reverse("document-file", args=[(ref := frozen(cast).ref), "md"]))
    assert answer["Location"] == reverse("edition-file", args=[ref, 1, "md"])


@pytest.mark.parametrize(("who", "shown"), [("alice", True), ("dora", True), ("bob", False)])
def test_the_bureau_finds_the_preview_by_the_template_in_the_list(
    cast: SimpleNamespace, desk: Desk, who: str, shown: bool
):
    page = desk(getattr(cast, who)).get(reverse("documents")).text
    assert (f'href="{reverse("newest-summary")}"' in page) == shown


READING = ["document", "document-md", "document-history", "section-compare"]
WRITING = ["section-edit", "section-new", "document-figures"]
DOING = ["document-title", "section-act", "section-restore", "section-edit", "section-new"]


@pytest.mark.parametrize(
    ("who", "reads", "writes"),
    [("alice", 200, 200), ("dora", 200, 403), ("charlie", 404, 404), ("bob", 404, 404), ("eve", 404, 404)],
)
def test_officers_write_auditors_read_and_liaisons_find_nothing_of_the_bureaus(
    cast: SimpleNamespace, desk: Desk, document: Document, who: str, reads: int, writes: int
):
    client = desk(getattr(cast, who))
    assert {client.get(_address(name, document)).status_code for name in READING} == {reads}
    assert {client.get(_address(name, document)).status_code for name in WRITING} == {writes}
    if who != "alice":
        before = noted()
        form = {"text": "改", "version": 1, "then": "save", "title": "改", "number": 1}
        assert {client.post(_address(name, document), form).status_code for name in DOING} == {writes}
        assert noted() == before and _fresh(document).title == "年度总结"
    listed = client.get(reverse("documents"))
    assert ("年度总结" in listed.text) == (reads == 200)


def _address(name: str, document: Document) -> str:
    if name == "document-md":
        return reverse("document-file", args=[document.ref, "md"])
    section = told(document).pk
    more = {"section-act": ["down"]}.get(name, [])
    whole = name.startswith("document") or name == "section-new"
    return reverse(name, args=[document.ref] if whole else [document.ref, section, *more])


def _act(client: Client, section: Section, action: str) -> None:
    assert client.post(reverse("section-act", args=[section.document.ref, section.pk, action])).status_code == 302


def _fresh(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


def test_no_line_begins_with_the_mark_behind_a_chip(cast: SimpleNamespace, desk: Desk, document: Document):
    page = desk(cast.alice).get(reverse("document", args=[document.ref])).text
    held = page.split('<span class="nowrap"><button type="button" class="chip')[1:]
    assert [piece.partition("</button>")[2][0] for piece in held] == ["，", "。"]


def test_the_page_of_what_is_frozen_says_that_its_figures_are_those_of_today(cast: SimpleNamespace, desk: Desk):
    first = record(cast)
    fixed = frozen(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    page = desk(cast.alice).get(reverse("document", args=[fixed.ref])).text
    assert "The frozen text never changes" in page and reverse("edition", args=[fixed.ref]) in page
    assert "the text is not frozen" not in page
    draft = desk(cast.alice).get(reverse("document", args=[written(cast).ref])).text
    assert "The frozen text never changes" not in draft and "the text is not frozen" in draft
