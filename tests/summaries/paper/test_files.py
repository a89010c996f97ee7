"""One function writes every format, and the page needs nothing from elsewhere."""

import re
from datetime import date

import pytest

from tests.summaries.paper.made_paper import bound, summary_of
from youju.summaries.binding.summary import Hand, Span
from youju.summaries.paper.files import MEDIA_TYPES, UnknownFormat, format_of, write
from youju.summaries.paper.heads import Heads

HAND = Span("3名", hand=Hand("合作<单位>口头告知", "合作协议", "王主任"))


@pytest.mark.parametrize("format", MEDIA_TYPES)
def test_every_format_is_written_alike_twice(format: str) -> None:
    made = summary_of("# 总|结\n\n学习{0}。", *bound(1))
    assert write(made, Heads(), format) == write(made, Heads(), format)


def test_the_ending_of_a_name_says_how() -> None:
    assert [format_of(name) for name in ("总结.PDF", "a.htm", "b.md")] == ["pdf", "html", "md"]
    for name in ("总结.odt", "pdf", ""):
        with pytest.raises(UnknownFormat):
            format_of(name)


def test_the_page_needs_nothing_from_elsewhere_and_says_how_it_prints() -> None:
    first, second = bound(2)
    made = summary_of("# 总|结\n\n学习{0}，共{1}，另选派{2}。", first, second, HAND)
    page = write(made, Heads(address="https://youju.example/summary/2025/"), "html").decode()
    assert not re.search(r"(?:src|href)=", page)
    assert "<title>总结</title>" in page and "<h1>总结</h1>" in page
    assert "@page { size: A4; margin: 37mm 26mm 35mm 28mm; }" in page
    assert page.count("<tr>") == 3
    assert "<mark>3名</mark>　理由：合作&lt;单位&gt;口头告知；出处：合作协议" in page
    assert "https://youju.example/summary/2025/" in page


def test_the_page_bears_its_title_addressee_and_day() -> None:
    heads = Heads(title="关于<总结>|的报告", addressee="县委", issuer="教育局", day=date(2026, 1, 8))
    page = write(summary_of("# 总结\n\n文。"), heads, "html").decode()
    assert page.count("<h1>") == 1 and "<h1>关于&lt;总结&gt;的报告</h1>" in page
    for said in ('<p class="flush">县委：</p>', '<p class="sign">教育局</p>', '<p class="sign">2026年1月8日</p>'):
        assert said in page


def test_figures_on_the_page_open_where_they_are_told_to() -> None:
    page = write(
        summary_of("# 总结\n\n学习{0}。", *bound(1)), Heads(), "html", link=lambda figure: "/f?a=1&b=2"
    ).decode()
    assert '<a class="figure" href="/f?a=1&amp;b=2">12次</a>' in page
