"""Edits of a returned document, taken over into the template: figures as typed by hand, words as text."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tests.summaries.paper.made_paper import bound, summary_of
from youju.summaries.binding.summary import Hand
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads
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
    document = Document(BytesIO(to_docx(summary_of(BUILT, first, second, cited, first), Heads())))
    left = dict(changes)
    for letters in document.element.body.iter(qn("w:t")):
        letters.text = left.pop(letters.text, letters.text)
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


def test_an_addition_is_left() -> None:
    edits = (Edit("一、", 3, "", "补一句。"),)
    assert taken_over(TEMPLATE, edits, HAND, NAMES) == (TEMPLATE, edits)
