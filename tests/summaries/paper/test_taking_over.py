"""Edits of a returned document, taken over into the template: figures as typed by hand, words as text."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from docx.table import Table

from tests.summaries.paper.made_paper import bound, summary_of
from youju.summaries.binding.summary import Hand, Span
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.original import OriginalPiece
from youju.summaries.paper.returned import Edit, read_returned
from youju.summaries.paper.taking_over import taken_over

HAND = Hand("来文更正", "宣传部来函", "王主任")
MARKED = "{{手填 15次 | 来文更正 | 宣传部来函 | 王主任}}"
TEMPLATE = "# 总结\n\n{{year}}年，全县**集中学习{{a.b}}**，共{{c.d|round}}。人人参加{{记录 rec-1}}。另有{{a.b}}。\n"
BUILT = "# 总结\n\n2025年，全县**集中学习{0}**，共{1}。人人参加{2}。另有{3}。\n"
NAMES = {"year": "2025", "unit": ""}


def _edits(changes: dict[str, str]) -> tuple[Edit, ...]:
    """What is found once each of these letters was changed, in the first place where they stand alone in a run."""
    first, second = bound(2)
    cited = first._replace(text="", figure=None, cited="rec-1")
    left = dict(changes)

    def change(document: DocumentType) -> None:
        for letters in document.element.body.iter(qn("w:t")):
            letters.text = left.pop(letters.text, letters.text)

    return _read(BUILT, change, first, second, cited, first)


def _read(built: str, change: Callable[[DocumentType], None], *spans: Span) -> tuple[Edit, ...]:
    """What is found in a document of this text once it was changed."""
    document = Document(BytesIO(to_docx(summary_of(built, *(spans or bound(4))), Heads())))
    change(document)
    out = BytesIO()
    document.save(out)
    return read_returned(out.getvalue(), "总结.docx").edits


def test_a_changed_figure_is_typed_by_hand_with_who_asked() -> None:
    text, left = taken_over(TEMPLATE, _edits({"12次": "15次"}), HAND, NAMES)
    assert text == TEMPLATE.replace("{{a.b}}", MARKED, 1) and left == ()


def test_changed_words_are_the_text_and_their_figures_stay_bound() -> None:
    text, left = taken_over(TEMPLATE, _edits({"，共": "，全县共计"}), HAND, NAMES)
    assert "2025年，全县集中学习{{a.b}}，全县共计{{c.d|round}}。" in text and left == ()


def test_words_and_figure_of_one_sentence_go_together() -> None:
    text, left = taken_over(TEMPLATE, _edits({"12次": "15次", "，共": "，全县共计"}), HAND, NAMES)
    assert f"2025年，全县集中学习{MARKED}，全县共计{{{{c.d|round}}}}。" in text and left == ()


def test_a_sentence_with_a_cited_record_is_changed_too() -> None:
    text, _left = taken_over(TEMPLATE, _edits({"人人参加": "多数人参加", "。人人参加": "。多数人参加"}), HAND, NAMES)
    assert "。多数人参加。" in text


def test_what_has_no_one_place_is_left_and_said() -> None:
    edits = _edits({"12次": "15次"})
    text, left = taken_over("# 别的\n\n文。", edits, HAND, NAMES)
    assert (text, left) == ("# 别的\n\n文。", edits)


def test_an_addition_beside_nothing_is_left() -> None:
    edits = (Edit("一、", 3, "", "补一句。"),)
    assert taken_over(TEMPLATE, edits, HAND, NAMES) == (TEMPLATE, edits)


@pytest.mark.parametrize(
    ("letters", "more", "text"),
    [
        ("。人人参加", "。补一句。人人参加", "{{c.d|round}}。补一句。人人参加{{记录 rec-1}}。另有"),
        ("2025年，全县", "开头一句。2025年，全县", "\n开头一句。{{year}}年，全县**集中学习"),
    ],
)
def test_an_added_sentence_goes_beside_its_neighbour(letters: str, more: str, text: str) -> None:
    written, left = taken_over(TEMPLATE, _edits({letters: more}), HAND, NAMES)
    assert text in written and left == ()


def test_added_paragraphs_stand_behind_their_neighbours_in_their_order() -> None:
    def change(document: DocumentType) -> None:
        later = next(paragraph for paragraph in document.paragraphs if paragraph.text == "后一段。")
        later.insert_paragraph_before("补一段。有两句。")
        later.insert_paragraph_before("1. 再补一段。")

    template = "# 总结\n\n前一段{{a.b}}。\n\n后一段。\n"
    edits = _read("# 总结\n\n前一段{0}。\n\n后一段。\n", change)
    written, left = taken_over(template, edits, HAND, NAMES)
    assert (written, left) == (
        "# 总结\n\n前一段{{a.b}}。\n\n补一段。有两句。\n\n1．再补一段。\n\n后一段。\n", ()
    )  # fmt: skip


ROWS = "| 学段 | 学校 | 人数 |\n| --- | --- | --- |\n| 小学 | {} | {} |\n| 初中 | {} | {} |"
TABLE = f"# 总结\n\n见下表。\n\n{ROWS}\n\n完。\n"
CODES = ("{{a.b}}", "{{c.d|near 余/plain}}", "{{e.f}}", "{{g.h}}")


def _rows(change: Callable[[Table], None]) -> tuple[str, tuple[Edit, ...]]:
    """The table's template once a change of it was taken over, and what was left."""
    edits = _read(TABLE.format("{0}", "{1}", "{2}", "{3}"), lambda document: change(document.tables[0]))
    assert edits
    return taken_over(TABLE.format(*CODES), edits, HAND, NAMES)


def _letters(table: Table, old: str, new: str) -> None:
    for letters in table._tbl.iter(qn("w:t")):
        letters.text = new if letters.text == old else letters.text


def test_a_figure_in_a_table_is_typed_by_hand_in_its_cell() -> None:
    text, left = _rows(lambda table: _letters(table, "13次", "15次"))
    assert (text, left) == (TABLE.format(CODES[0], MARKED, *CODES[2:]), ())


def test_words_and_a_figure_of_one_row_go_together() -> None:
    def change(table: Table) -> None:
        _letters(table, "小学", "小学|含教学点")
        _letters(table, "13次", "15次")

    text, left = _rows(change)
    assert (text, left) == (TABLE.format(CODES[0], MARKED, *CODES[2:]).replace("小学", "小学｜含教学点"), ())


def test_a_row_is_taken_out_and_another_added() -> None:
    def change(table: Table) -> None:
        added = deepcopy(table.rows[2]._tr)
        for cell, text in zip(added.iter(qn("w:tc")), ("高中", "3所", "99人"), strict=True):
            *others, last = cell.iter(qn("w:t"))
            last.text = text
            for letters in others:
                letters.text = ""
        table.rows[2]._tr.addnext(added)
        table._tbl.remove(table.rows[1]._tr)

    text, left = _rows(change)
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert rows[2:] == ["| 初中 | {{e.f}} | {{g.h}} |", "| 高中 | 3所 | 99人 |"] and left == ()


def test_a_row_of_other_cells_is_left() -> None:
    edit = Edit(
        "", 2, "小学\t12次", "小学\t12次\t新列", within=(OriginalPiece("小学\t"), OriginalPiece("12次", "a.b", tag="x"))
    )
    template = "| 小学 | {{a.b}} |"
    assert taken_over(template, (edit,), HAND, NAMES) == (template, (edit,))
