"""A template with names for codes, and back: nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.indicators.catalogue import built_in
from youju.summaries.binding import change, how
from youju.summaries.binding.spoken import ABOUT, WORDS, coded, spoken

pytestmark = pytest.mark.django_db  # a bureau's own indicators are asked for


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("宣传{{publicity.local}}。", "宣传{{本地网站媒体宣传新闻}}。"),
        ("{{publicity.local|over 余/plain}}", "{{本地网站媒体宣传新闻|过 余/照实}}"),
        ("{{publicity.local@-1|=条 chinese}}", "{{本地网站媒体宣传新闻@上年|=条 汉字}}"),
        ("{{publicity.local@03@unit:100}}", "{{本地网站媒体宣传新闻@03@unit:100}}"),
        ("{{change publicity.local|percent 增长/count}}", "{{增减 本地网站媒体宣传新闻|百分比 增长/数量}}"),
        ("{{列表 honours.units | 级别}}", "{{列表 先进集体 | 级别}}"),
        ("{{图 publicity.local | 月份}}", "{{图 本地网站媒体宣传新闻 | 月份}}"),
        ("{{year}}年{{unit}}{{year@-1|chinese}}", "{{年份}}年{{单位}}{{年份@上年|汉字}}"),
    ],
)
def test_figures_are_read_by_name_and_kept_by_code(kept: str, shown: str) -> None:
    assert spoken(kept) == shown and coded(shown) == kept and coded(kept) == kept


@pytest.mark.parametrize(
    "text",
    [
        "{{手填 12次 | near | over | plain}}",
        "{{待写 near}}",
        "{{记录 rec-1}}",
        "{{no.such}}",
        "{{",
        "}}{{}}",
        "near over",
    ],
)
def test_what_names_no_figure_stays(text: str) -> None:
    assert spoken(text) == coded(text) == text


def test_every_word_of_a_form_has_one_of_its_own() -> None:
    said = {*how.STYLES, *how.CHANGES, *how.MARKS, *how.PLACES}
    assert set(WORDS) == said and len(set(WORDS.values())) == len(WORDS)
    assert not {*WORDS.values()} & {*how.SIGNS, *change.VERBS, how.MONTH_BEFORE}


def test_every_indicator_that_is_shipped_has_a_name_of_its_own() -> None:
    names = [indicator.name.zh for indicator in built_in().values()]
    assert len(set(names)) == len(names) and not {*names} & {*ABOUT.values()}
    assert all(
        coded(spoken(f"{{{{{code}}}}}")) == f"{{{{{code}}}}}" != spoken(f"{{{{{code}}}}}") for code in built_in()
    )


_PIECES = st.sampled_from(
    [
        "{{",
        "}}",
        "|",
        "@",
        "/",
        " ",
        "图",
        "列表",
        "change ",
        "增减 ",
        "publicity.local",
        "先进集体",
        "near",
        "近",
        "上年",
        "-1",
        "=near",
        "文",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_whatever_is_kept_comes_back(text: str) -> None:
    kept = coded(text)
    assert coded(spoken(kept)) == kept == coded(kept)
