"""The check sheet: what goes with a document for signature, in each way of writing it."""

from datetime import UTC, datetime
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.utils import translation
from docx import Document
from docx.oxml.ns import qn

from tests.records.cast import verified, visits
from youju.claims.check import check
from youju.claims.documents.document import read_document
from youju.claims.sheet.docx import to_docx
from youju.claims.sheet.html import to_html
from youju.claims.sheet.pdf import to_pdf
from youju.claims.sheet.sheet import Sheet, sheet_of
from youju.ledger import tree
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs import fonts
from youju.orgs.fonts import NoChineseFont

DRAFT = "今年高考考生17人，高考考生19人。每月集中学习，全年集中学习11次。#set <b>粗</b> *重* $x$ 慰问企业3家。"
WRITERS = {"pdf": to_pdf, "docx": to_docx, "html": to_html}


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    from tests.records.cast import make_cast

    made = make_cast()
    verified(visits(made.bob, made.hill, 17), made.bob, made.alice)
    return made


def _sheet(cast: SimpleNamespace, text: str = DRAFT) -> Sheet:
    period = Period.year(2025)
    found = check(text, unit=cast.county, period=period, aliases={})
    with clock.at(datetime(2025, 12, 20, 2, 30, tzinfo=UTC)):
        return sheet_of(text, found, unit=cast.county, period=period, title="年度总结", checked_by="王一")


def test_it_says_by_whom_when_and_against_which_ledger(cast: SimpleNamespace):
    sheet = _sheet(cast)
    assert (sheet.checked_by, sheet.when) == ("王一", "2025-12-20 10:30")
    assert (sheet.ledger_size, sheet.root) == (1, tree.root(1).hex())
    assert sheet.short_root == f"{sheet.root[:8]}…{sheet.root[-8:]}"


def test_it_counts_every_figure_once_and_lists_those_that_are_not_green(cast: SimpleNamespace):
    sheet = _sheet(cast)
    assert sum(count.figures for count in sheet.verdicts) == sheet.figures == 4
    assert len(sheet.open) == sheet.figures - sheet.verdicts[0].figures
    assert [line.text for line in sheet.open][:2] == ["19人", "11次"]
    assert all(line.reason for line in sheet.open)
    assert len(sheet.sums) == 1


def test_it_counts_the_notes(cast: SimpleNamespace):
    with translation.override("en"):
        assert ("with records without evidence", 2) in _sheet(cast).notes


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("ending", WRITERS)
def test_every_way_of_writing_says_the_same(cast: SimpleNamespace, ending: str, language: str):
    with translation.override(language):
        sheet = _sheet(cast)
        text = "".join(read_document(WRITERS[ending](sheet), f"核对单.{ending}").split())
        said = [
            "年度总结",
            "王一",
            "2025-12-20",
            sheet.root,
            "19人",
            *(line.reason for line in sheet.open),
            *sheet.sums,
        ]
        said.append({"en": "inspectedonthespot", "zh-hans": "不表示对所记之事作过实地查验"}[language])
    assert [each for each in said if "".join(each.split()) not in text] == []


def test_words_of_a_draft_are_never_read_as_markup(cast: SimpleNamespace):
    text = "#x()*重*$x$<b>3家。"
    sheet = _sheet(cast, text)
    assert b"<b>" not in to_html(sheet)
    assert "#x()*重*$x$<b>" in "".join(read_document(to_pdf(sheet), "核对单.pdf").split())


def test_the_root_can_be_read_out_in_groups(cast: SimpleNamespace):
    sheet = _sheet(cast)
    assert [len(group) for group in sheet.spaced_root.split(" ")] == [8] * 8
    assert sheet.spaced_root.replace(" ", "") == sheet.root


def test_only_what_disagrees_within_the_text_is_listed(cast: SimpleNamespace):
    assert _sheet(cast, "每月集中学习，全年集中学习12次。").sums == ()


def test_every_page_of_word_says_which_sheet_it_belongs_to(cast: SimpleNamespace):
    sheet = _sheet(cast)
    document = Document(BytesIO(to_docx(sheet)))
    footer = document.sections[0].footer._element
    assert f"年度总结 · {sheet.short_root}" in "".join(footer.itertext())
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert len(list(document.element.iter(qn("w:tblHeader")))) == 1


def test_a_text_that_is_all_green_says_so(cast: SimpleNamespace):
    with translation.override("en"):
        sheet = _sheet(cast, "今年高考考生17人。")
        for ending, write in WRITERS.items():
            assert "Every figure is supported." in read_document(write(sheet), f"s.{ending}").replace("\n", " ")


def test_a_text_without_figures_has_a_sheet_too(cast: SimpleNamespace):
    sheet = _sheet(cast, "本年无数字。")
    assert (sheet.figures, sheet.open, sheet.ledger_size) == (0, (), 1)


def test_the_same_sheet_gives_the_same_pdf(cast: SimpleNamespace):
    sheet = _sheet(cast)
    assert to_pdf(sheet) == to_pdf(sheet)


def test_word_gets_chinese_fonts_by_name(cast: SimpleNamespace):
    styles = Document(BytesIO(to_docx(_sheet(cast)))).styles
    for name in ("Normal", "Title", "Heading 2"):
        assert styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
    assert {language.get(qn("w:eastAsia")) for language in styles.element.iter(qn("w:lang"))} == {"zh-CN"}


def test_without_a_chinese_font_it_says_so_instead_of_boxes(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fonts, "installed", lambda: frozenset({"DejaVu Sans"}))
    with pytest.raises(NoChineseFont), translation.override("en"):
        to_pdf(_sheet(cast))
