"""What a PDF of a summary says beside its text, and that it is the same every time."""

from datetime import date

import pytest

from tests.summaries.made import figure
from tests.summaries.paper.made_paper import bound, long_summary, summary_of
from tests.summaries.paper.pages import MM, lines_of
from youju.orgs import fonts
from youju.orgs.fonts import NoChineseFont
from youju.summaries.binding.parts import NamedPart
from youju.summaries.binding.summary import Chart, Hand, Span
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.pdf import to_pdf

HAND = Span("3名", hand=Hand("合作单位口头告知", "合作协议", "王主任"))


def _text(pdf: bytes) -> str:
    return "\n".join(line.text for page in lines_of(pdf) for line in page)


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert to_pdf(long_summary(20, 20), Heads()) == to_pdf(long_summary(20, 20), Heads())


def test_the_last_page_lists_each_figure_once_with_what_it_counts() -> None:
    first, second = bound(2)
    text = _text(to_pdf(summary_of("# 总结\n\n集中学习{0}，共{1}，又{0}，另选派{2}。", first, second, HAND), Heads()))
    told = text.partition("本文数字出处")[2]
    for span in (first, second):
        assert span.figure is not None
        assert told.count(span.text) == 1
        assert str(span.figure.indicator.card.counts.zh)[:8] in told.replace("\n", "")
    assert "手填 1 处" in told and "合作单位口头告知" in told
    assert "4711 条" in told and "00010203 04050607" in told


def test_a_draft_says_on_every_page_how_many_figures_are_blank() -> None:
    blank = Span("＿＿＿", figure("publicity.local", None), "未报")
    text = _text(to_pdf(summary_of("# 总结\n\n发表{0}。", blank), Heads()))
    assert text.count("草稿：1 处数字空缺，0 处无据") == 3


def test_what_looks_like_markup_is_set_as_it_stands() -> None:
    odd = "#set <b>粗</b> 用\\*星\\*号 $x$ [链] @某 `码`"
    text = _text(to_pdf(summary_of(f"# 总\n\n{odd}"), Heads()))
    assert "#set<b>粗</b>用*星*号$x$[链]@某码" in "".join(text.split())


def test_a_report_ends_with_attachments_date_and_copies() -> None:
    heads = Heads(
        as_report=True, issuer="青禾县教育局", day=date(2026, 1, 8), attachments=("数据表", "名册"),
        copies_to="县委办公室", printed_on=date(2026, 1, 9),
    )  # fmt: skip
    text = _text(to_pdf(long_summary(1), heads))
    for said in ("附件：1. 数据表", "2. 名册", "2026年1月8日", "抄送：县委办公室。", "2026年1月9日印发"):
        assert said in text


@pytest.mark.parametrize("lines", range(1, 24, 2))
def test_who_gets_copies_stands_at_the_foot_of_a_page_of_the_text(lines: int) -> None:
    heads = Heads(
        as_report=True, issuer="青禾县教育局", day=date(2026, 1, 8), copies_to="县委办公室", printed_on=date(2026, 1, 9)
    )
    body = "\n\n".join(["立德树人。"] * lines)
    pages = list(lines_of(to_pdf(summary_of(f"# 总结\n\n{body}\n\n学习{{0}}。", *bound(1)), heads)))
    (last,) = [line for page in pages for line in page if line.text.endswith("印发")]
    assert (297 - 35) * MM - 14 < last.y < (297 - 35) * MM
    (place,) = [number for number, page in enumerate(pages) if last in page]
    assert "本文数字出处" in "".join(line.text for line in pages[place + 1])


def test_rare_characters_are_no_boxes() -> None:
    rare = "昉玥珺赟堃𬭛𠮷"
    text = _text(to_pdf(summary_of(f"# 总结\n\n表彰{rare}等人。私用\uf123字。"), Heads()))
    assert rare in text
    assert "私用〔U+F123〕字" in text


def test_fonts_that_stand_in_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("字体代用" in _text(to_pdf(long_summary(1), Heads()))) == any(map(fonts.stands_in, fonts.FACES))


def test_a_machine_without_a_chinese_font_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed", lambda: frozenset({"DejaVu Sans"}))
    with pytest.raises(NoChineseFont):
        to_pdf(long_summary(1), Heads())


def test_a_chart_is_drawn_with_its_values_and_keeps_the_grid() -> None:
    chart = Chart("新闻（按月）", tuple(NamedPart(f"{month}月", month, f"{month}篇") for month in range(1, 13)))
    made = summary_of("# 总结\n\n{0}\n\n立德树人", Span(chart.title, figure("publicity.local", 78), chart=chart))
    lines = next(lines_of(to_pdf(made, Heads())))
    texts = [line.text for line in lines]
    assert texts[1] == "新闻（按月）" and "12月 12篇" in " ".join(texts)
    after = next(line for line in lines if line.text == "立德树人")
    assert round((after.y / MM - 37 - 0.88 * 16 / MM) / (225 / 22), 2) % 1 == pytest.approx(0, abs=0.02)


def test_a_table_is_set_with_its_head_and_keeps_the_grid() -> None:
    first, second = bound(2)
    rows = "| 学段 | 在校生（人） |\n| --- | --- |\n| 小学 | {0} |\n| 初中 | {1} |"
    lines = next(lines_of(to_pdf(summary_of(f"# 总结\n\n{rows}\n\n立德树人", first, second), Heads())))
    texts = ["".join(line.text.split()) for line in lines]
    assert texts[1:4] == ["学段在校生（人）", f"小学{first.text}", f"初中{second.text}"]
    after = next(line for line in lines if line.text == "立德树人")
    assert round((after.y / MM - 37 - 0.88 * 16 / MM) / (225 / 22), 2) % 1 == pytest.approx(0, abs=0.02)
