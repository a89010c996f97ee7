"""Comments are made and settled; a school sees the lines that rest on its records, and objects to them."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member, noted, verified, visits
from youju.lib.periods import Period
from youju.orgs.members import Role
from youju.summaries.drafts.comments import Comment
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin
from youju.summaries.issuing.verbs import summary_freeze
from youju.summaries.objecting.objections import Objection

TEXT = "# 总结\n\n开头。参加考试{{exam.candidates}}。结尾。"


@pytest.fixture
def document(cast: SimpleNamespace) -> Document:
    """A text of the bureau whose one figure rests on a record of bob's school alone."""
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    genre, year = get_genre("annual"), Period.year(2025)
    return document_begin(unit=cast.county, genre=genre, period=year, title="年度总结", text=TEXT, actor=cast.alice)


def commented(document: Document) -> str:
    return reverse("comment-new", args=[document.ref, document.sections[0].pk])


def test_a_comment_stands_beside_the_text_until_it_is_resolved(
    cast: SimpleNamespace, desk: Desk, document: Document
):  # fmt: skip
    sam = desk(member("sam", cast.county, Role.SIGNER))
    sam.post(commented(document), {"quote": "参加考试", "text": "写明是哪一场考试。"})
    page = desk(cast.alice).get(reverse("document", args=[document.ref])).text
    assert "参加考试</blockquote>" in page and "写明是哪一场考试。" in page
    comment = Comment.objects.get()
    desk(cast.alice).post(reverse("comment-resolve", args=[document.ref, comment.pk]))
    comment.refresh_from_db()
    assert comment.resolved_by == cast.alice


@pytest.mark.parametrize("quote", ["参加考试17人", "考试 17 人。结尾", "参加考试{{exam.candidates}}"])
def test_words_are_quoted_as_they_are_printed(cast: SimpleNamespace, desk: Desk, document: Document, quote: str):
    desk(cast.alice).post(commented(document), {"quote": quote, "text": "请核对。"})
    assert Comment.objects.get().quote == quote


def test_words_that_do_not_stand_there_are_not_quoted(cast: SimpleNamespace, desk: Desk, document: Document):
    answer = desk(cast.alice).post(commented(document), {"quote": "参加考试18人", "text": "请核对。"})
    assert answer.status_code == 422 and "“参加考试18人” does not stand in this section" in answer.text
    assert 'value="参加考试18人"' in answer.text and ">请核对。</textarea>" in answer.text
    assert not Comment.objects.exists()


def test_an_empty_comment_is_refused(cast: SimpleNamespace, desk: Desk, document: Document):
    assert desk(cast.alice).post(commented(document), {"text": " "}).status_code == 422
    assert not Comment.objects.exists()


def test_a_school_sees_the_sentence_that_rests_on_its_records_and_no_other(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    page = desk(cast.bob).get(reverse("lines-about")).text
    assert "参加考试17" in page and "开头" not in page and "结尾" not in page
    assert "参加考试" not in desk(cast.charlie).get(reverse("lines-about")).text


def test_of_a_table_a_school_reads_its_row_with_the_heads_of_its_columns(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    rows = "| 项目 | 人数 | 说明 |", "| --- | --- | --- |", "| 高考 | {{exam.candidates|bare}} | 全县 |", "| 其他 | | |"
    table = "# 总结\n\n" + "\n".join(rows)
    genre, year = get_genre("annual"), Period.year(2025)
    document_begin(unit=cast.county, genre=genre, period=year, title="总结", text=table, actor=cast.alice)
    page = desk(cast.bob).get(reverse("lines-about")).text
    assert "高考：人数17，说明全县" in page and "其他" not in page


def test_of_an_issued_text_a_school_sees_what_was_issued(cast: SimpleNamespace, desk: Desk, document: Document):
    summary_freeze(document=document, actor=cast.alice)
    verified(visits(cast.bob, cast.hill, 4), cast.bob, cast.alice)
    verified(visits(cast.charlie, cast.lake, 5), cast.charlie, cast.alice)
    page = desk(cast.bob).get(reverse("lines-about")).text
    assert "参加考试17" in page and "26人" not in page
    assert "参加考试" not in desk(cast.charlie).get(reverse("lines-about")).text
    desk(cast.bob).post(
        reverse("objection-new", args=[document.ref]), {"indicator": "exam.candidates", "reason": "不对"}
    )
    assert "17人" in Objection.objects.get().said


def test_an_objection_is_answered_and_the_answer_stays_with_the_figure(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    form = {"indicator": "exam.candidates", "reason": "应为16人"}
    desk(cast.bob).post(reverse("objection-new", args=[document.ref]), form)
    objection = Objection.objects.get()
    assert (objection.unit, objection.said) == (cast.hill, "参加考试17人。")
    assert "应为16人" in desk(cast.alice).get(reverse("document", args=[document.ref])).text
    answered = reverse("objection-answer", args=[document.ref, objection.pk])
    desk(cast.alice).post(answered, {"answer": "以准考证为准"})
    assert "以准考证为准" in desk(cast.bob).get(reverse("lines-about")).text
    assert "以准考证为准" in desk(cast.alice).get(reverse("document", args=[document.ref])).text


def test_a_school_does_not_object_to_what_rests_on_others(cast: SimpleNamespace, desk: Desk, document: Document):
    form = {"indicator": "exam.candidates", "reason": "不对"}
    assert desk(cast.charlie).post(reverse("objection-new", args=[document.ref]), form).status_code == 422
    assert not Objection.objects.exists()


def test_whoever_may_not_neither_comments_nor_answers(cast: SimpleNamespace, desk: Desk, document: Document):
    form = {"indicator": "exam.candidates", "reason": "应为16人"}
    desk(cast.bob).post(reverse("objection-new", args=[document.ref]), form)
    desk(cast.alice).post(commented(document), {"text": "x"})
    before = noted()
    answer = reverse("objection-answer", args=[document.ref, Objection.objects.get().pk])
    settle = reverse("comment-resolve", args=[document.ref, Comment.objects.get().pk])
    for who, status in ((cast.dora, 403), (cast.bob, 404), (cast.charlie, 404)):
        client = desk(who)
        assert client.post(commented(document), {"text": "x"}).status_code == status
        assert client.post(answer, {"answer": "x"}).status_code == status
        assert client.post(settle).status_code == status
    assert desk(cast.alice).post(reverse("objection-new", args=[document.ref]), form).status_code == 403
    assert noted() == before


def told(desk_of: Client) -> str:
    return desk_of.get(reverse("alerts")).text


def test_whoever_writes_a_text_is_told_of_comments_and_objections(
    cast: SimpleNamespace, desk: Desk, document: Document
):
    sam = desk(member("sam", cast.county, Role.SIGNER))
    sam.post(commented(document), {"text": "写明是哪一场考试。"})
    assert "has a comment" in told(desk(cast.alice)) and "年度总结" in told(desk(cast.alice))
    desk(cast.bob).post(
        reverse("objection-new", args=[document.ref]), {"indicator": "exam.candidates", "reason": "不对"}
    )
    assert "has an objection" in told(desk(cast.alice))
    opened = desk(cast.alice).post(reverse("alerts"), {"target": document.ref})
    assert opened.headers["Location"] == reverse("document", args=[document.ref])


def test_whoever_said_something_is_told_what_came_of_it(cast: SimpleNamespace, desk: Desk, document: Document):
    sam = desk(member("sam", cast.county, Role.SIGNER))
    sam.post(commented(document), {"text": "写明是哪一场考试。"})
    desk(cast.alice).post(reverse("comment-resolve", args=[document.ref, Comment.objects.get().pk]))
    assert "your comment was settled" in told(sam)
    bob = desk(cast.bob)
    bob.post(reverse("objection-new", args=[document.ref]), {"indicator": "exam.candidates", "reason": "不对"})
    answered = reverse("objection-answer", args=[document.ref, Objection.objects.get().pk])
    desk(cast.alice).post(answered, {"answer": "已核对"})
    assert "your objection was answered" in told(bob)
    assert bob.post(reverse("alerts"), {"target": document.ref}).headers["Location"] == reverse("lines-about")


def test_nobody_is_told_of_a_text_that_is_not_theirs(cast: SimpleNamespace, desk: Desk, document: Document):
    desk(cast.alice).post(commented(document), {"text": "写明是哪一场考试。"})
    assert "年度总结" not in told(desk(cast.alice)) + told(desk(cast.charlie)) + told(desk(cast.bob))


def test_an_answer_stays_with_the_figure(cast: SimpleNamespace, desk: Desk, document: Document):
    figure = reverse("figure", args=["exam.candidates"]) + "?period=2025"
    desk(cast.bob).post(
        reverse("objection-new", args=[document.ref]), {"indicator": "exam.candidates", "reason": "少算一人"}
    )
    assert "Not answered yet." in desk(cast.alice).get(figure).text
    answered = reverse("objection-answer", args=[document.ref, Objection.objects.get().pk])
    desk(cast.alice).post(answered, {"answer": "已核对，无误"})
    page = desk(cast.alice).get(figure).text
    assert "少算一人" in page and "已核对，无误" in page
    assert "少算一人" not in desk(cast.charlie).get(figure).text
