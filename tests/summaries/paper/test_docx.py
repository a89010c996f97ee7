"""The Word document: on the grid, with real headings, every figure in a control of its own, bytes that repeat."""

from datetime import date
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tests.summaries.paper.made_paper import bound, long_summary, summary_of
from youju.summaries.binding.summary import Hand, Span
from youju.summaries.paper.controls import PREFIX, fingerprint
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads

HAND = Span("3名", hand=Hand("合作单位口头告知", "合作协议", "王主任"))


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert to_docx(long_summary(6, 6), Heads()) == to_docx(long_summary(6, 6), Heads())


def test_every_run_names_its_chinese_font() -> None:
    body = Document(BytesIO(to_docx(long_summary(6, 6), Heads()))).element.body
    runs = list(body.iter(qn("w:r")))
    fonts = [run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for run in runs if run.find(qn("w:t")) is not None]
    assert len(fonts) > 20
    assert all(font is not None and font.get(qn("w:eastAsia")) for font in fonts)


def test_its_language_is_chinese_so_that_no_machine_takes_anothers_commas() -> None:
    styles = Document(BytesIO(to_docx(long_summary(2, 2), Heads()))).styles.element
    assert {language.get(qn("w:eastAsia")) for language in styles.iter(qn("w:lang"))} == {"zh-CN"}


def test_headings_are_headings() -> None:
    document = Document(
        BytesIO(to_docx(summary_of("# 总结\n\n## 一、学习\n\n### （一）集中\n\n#### 1.每月\n\n文"), Heads()))
    )
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style and paragraph.text]
    assert styles[:5] == ["Title", "Heading 1", "Heading 2", "Heading 3", "Body Text"]


def test_page_and_lines_are_those_of_the_standard() -> None:
    document = Document(BytesIO(to_docx(long_summary(1), Heads())))
    page = document.sections[0]
    assert [round(length.mm) for length in (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
            if length is not None] == [37, 35, 28, 26]  # fmt: skip
    spacing = document.styles["Body Text"].element.pPr.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")
    grid = page._sectPr.find(qn("w:docGrid"))
    assert grid is None or grid.get(qn("w:charSpace")) is None


def test_each_figure_stands_in_a_control_with_its_fingerprint() -> None:
    first, second = bound(2)
    content = to_docx(summary_of("# 总结\n\n学习{0}，共{1}，另选派{2}。", first, second, HAND), Heads())
    controls = list(Document(BytesIO(content)).element.body.iter(qn("w:sdt")))
    tags = [control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for control in controls]
    assert tags == [PREFIX + fingerprint(span) for span in (first, second, HAND)]
    assert all(len(tag) <= 64 for tag in tags)


def test_a_table_of_the_text_is_a_table_with_its_figures_in_controls() -> None:
    first, second = bound(2)
    rows = "| 学段 | 在校生（人） |\n| --- | --- |\n| 小学 | {0} |\n| 初中 | {1} |"
    document = Document(BytesIO(to_docx(summary_of(f"# 总结\n\n{rows}\n\n立德树人", first, second), Heads())))
    table = document.tables[0]._tbl
    assert len(table.tr_lst) == 3
    tags = [str(tag.get(qn("w:val"))) for tag in table.iter(qn("w:tag"))]
    assert tags == [PREFIX + fingerprint(span) for span in (first, second)]


def test_who_gets_copies_stands_in_one_frame_at_the_foot_of_the_page() -> None:
    heads = Heads(issuer="青禾县教育局", day=date(2026, 1, 8), copies_to="县委办公室", printed_on=date(2026, 1, 9))
    document = Document(BytesIO(to_docx(long_summary(1), heads)))
    frames = [(one.text, frame) for one in document.paragraphs for frame in one._p.iter(qn("w:framePr"))]
    assert [text.strip("　") for text, _frame in frames] == ["抄送：县委办公室。", "青禾县教育局\t2026年1月9日印发"]
    assert {frame.get(qn("w:yAlign")) for _text, frame in frames} == {"bottom"}


def test_the_last_page_has_the_code_of_its_address() -> None:
    assert not Document(BytesIO(to_docx(long_summary(1), Heads()))).inline_shapes
    assert len(Document(BytesIO(to_docx(long_summary(1), Heads(address="https://example.org/a")))).inline_shapes) == 1
