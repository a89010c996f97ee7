"""Finding articles in Chinese: words of two characters, one character, other letters, what only comes near."""

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.portal.site import live
from youju.lib.grams import asked_grams, grams
from youju.portal.search import found_for, related
from youju.records.publicity.article.words import ArticleWords


def titles(asked: str) -> list[str]:
    return [article.title for article in found_for(asked)[0]]


def test_words_are_pairs_of_characters():
    assert grams("课后服务") == ["课后", "后服", "服务", "务"]
    assert grams("ＷＰＳ表格 2026年") == ["wps", "表格", "格", "2026", "年"]
    assert grams("課堂服務") == grams("课堂服务")
    assert asked_grams("服务") == ["服务"]
    assert asked_grams("务") == ["务"]
    assert grams("abc𠮷野家") == ["abc", "𠮷野", "野家", "家"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("课后服务", ["课后服务延时到六点"]),
        ("服务", ["课后服务延时到六点", "食堂"]),
        ("務", ["课后服务延时到六点", "食堂"]),
        ("课后 六点", ["课后服务延时到六点"]),
        ("食堂 服务", ["食堂"]),
        ("wps", ["食堂"]),
        ("铁路", []),
        ("' OR 1=1 --", []),
        ('"*"', []),
        ("", []),
    ],
)
def test_what_holds_every_word_is_found_the_best_first(office: SimpleNamespace, asked: str, found: list[str]):
    live(office, title="食堂", body="食堂服务大家，菜单用 WPS 公布。")
    live(office, title="课后服务延时到六点", body="家长放心。")
    assert titles(asked) == found


def test_what_comes_near_is_said_to_be_only_that(office: SimpleNamespace):
    live(office, title="课后服务延时到六点", body="家长放心。")
    found, near = found_for("课后服务收费")
    assert [article.title for article in found] == ["课后服务延时到六点"]
    assert near


def test_what_is_written_otherwise_is_found_otherwise(office: SimpleNamespace, reader: Client):
    case = live(office, title="旧标题", body="旧正文")
    case.assign({"title": "新标题"})
    case.save()
    case.save_parts({})
    assert found_for("旧标题")[1] and titles("新标题") == ["新标题"]


def test_the_place_that_answers_is_shown_and_marked(office: SimpleNamespace, reader: Client):
    live(office, body="开头" * 60 + "本校开设<b>围棋</b>社团。")
    page = reader.get("/site/search/?q=围棋").text
    assert "<mark>围棋</mark>" in page
    assert "<b>" not in page


def test_related_share_the_rarest_words(office: SimpleNamespace):
    asked = live(office, title="校园足球联赛开幕", tags="体育")
    live(office, title="校园足球联赛闭幕", tags="体育")
    live(office, title="校园读书节", tags="阅读")
    live(office, title="财务公告", tags="公告")
    found = [article.title for article in related(asked)]
    assert found[0] == "校园足球联赛闭幕"
    assert "财务公告" not in found


@pytest.mark.parametrize(
    ("asked", "every", "found"),
    [
        (["堂"], False, ["食堂"]),
        (["食"], False, ["食堂"]),
        (["食", "课后"], False, ["课后服务", "食堂"]),
        (["食", "课"], False, ["课后服务", "食堂"]),
        (["食", "课"], True, []),
        (["食", "菜单"], True, ["食堂"]),
        (["铁", "路"], False, []),
    ],
)
def test_one_character_begins_a_word_whichever_database_is_asked(
    office: SimpleNamespace, asked: list[str], every: bool, found: list[str]
):
    live(office, title="食堂", body="菜单公布。")
    live(office, title="课后服务", body="家长放心。")
    rows = ArticleWords.objects.holding(asked, every=every).values_list("article__title", flat=True)
    assert sorted(rows) == sorted(found)
