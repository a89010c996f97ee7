"""A Word document that comes back: exactly what was changed in it is found."""

import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from tests.summaries.paper.made_paper import bound, summary_of
from tests.summaries.paper.office import converted, needs_office
from youju.errors import YoujuError
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.returned import NotReturned, Returned, read_returned

SUBJECTS = tuple("学宣读走演评志培讲唱书劳安心卫体科艺国法")
PLACES = tuple("城河山湖新石青白柳桥")


def _sentence(number: int) -> str:
    """Two hundred sentences, each of its own words, with a figure in its middle."""
    subject, place = SUBJECTS[number % 20], PLACES[number // 20]
    return f"{place}片区把{subject}字工作排进日程，{subject}活动{{{number}}}，{place}各校{subject}小组都有记录。"


def _summary(count: int = 200):
    lines = ["# 工作总结"]
    for start in range(0, count, 10):
        lines += [f"## {PLACES[start // 20]}之{start}", "".join(map(_sentence, range(start, start + 5)))]
        lines.append("".join(map(_sentence, range(start + 5, start + 10))))
    return summary_of("\n\n".join(lines), *(bound(60) * 4)[:count])


def _edited(content: bytes, change: Callable[[etree._Element], None]) -> bytes:
    document = Document(BytesIO(content))
    change(document.element.body)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _run_with(body: etree._Element, text: str) -> etree._Element:
    """The letters that hold this text."""
    return next(element for element in body.iter(qn("w:t")) if text in (element.text or ""))


def test_what_was_not_changed_has_no_edits() -> None:
    content = to_docx(_summary(20), Heads(as_report=True, issuer="青禾县教育局", symbol="青教〔2026〕3号"))
    assert read_returned(content, "总结.docx").edits == ()
    assert read_returned(_edited(content, lambda body: None), "总结.docx").edits == ()


@pytest.mark.parametrize("seed", range(4))
def test_of_fifty_random_edits_exactly_these_are_found(seed: int) -> None:
    """Four times fifty: figures, words, sentences taken out, added, and paragraphs added."""
    content, wanted = _with_fifty_edits(seed, Heads())
    assert _told(read_returned(content, "总结.docx")) == sorted(wanted)


def _with_fifty_edits(seed: int, heads: Heads) -> tuple[bytes, list[tuple[str, str, bool]]]:
    """A document with fifty random edits, and what is to be told of them."""
    chance = random.Random(seed)
    made = _summary()
    wanted: list[tuple[str, str, bool]] = []

    def change(body: etree._Element) -> None:
        for number in chance.sample(range(0, 200, 2), 50):
            wanted.append(CHANGES[chance.randrange(len(CHANGES))](body, number, made.spans[number].text))

    return _edited(to_docx(made, heads), change), wanted


def _told(found: Returned) -> list[tuple[str, str, bool]]:
    return sorted((edit.before, edit.after, edit.figure is not None) for edit in found.edits)


def _words(number: int) -> tuple[str, str]:
    """The letters of the sentence before and after its figure."""
    before, _, after = _sentence(number).partition(f"{{{number}}}")
    return before, after


def _figure_changed(body: etree._Element, number: int, text: str) -> tuple[str, str, bool]:
    run = _figure_of(body, number)
    run.text = f"{number + 700}场"
    return text, run.text, True


def _word_changed(body: etree._Element, number: int, text: str) -> tuple[str, str, bool]:
    before, after = _words(number)
    run = _run_with(body, before)
    run.text = (run.text or "").replace(before, before.replace("排进日程", "列为重点"))
    return before + text + after, before.replace("排进日程", "列为重点") + text + after, False


def _sentence_out(body: etree._Element, number: int, text: str) -> tuple[str, str, bool]:
    before, after = _words(number)
    control = _figure_of(body, number)
    for words in (before, after):
        run = _run_with(body, words)
        run.text = (run.text or "").replace(words, "")
    control.text = ""
    return before + text + after, "", False


def _sentence_in(body: etree._Element, number: int, text: str) -> tuple[str, str, bool]:
    _, after = _words(number)
    added = f"另有第{number}件未尽事宜顺延。"
    run = _run_with(body, after)
    run.text = (run.text or "").replace(after, after + added)
    return "", added, False


def _paragraph_in(body: etree._Element, number: int, text: str) -> tuple[str, str, bool]:
    added = f"补记第{number}则。又补一句，编号{number}。"
    paragraph = next(_run_with(body, _words(number)[0]).iterancestors(qn("w:p")))
    new = etree.SubElement(body, qn("w:p"))
    etree.SubElement(etree.SubElement(new, qn("w:r")), qn("w:t")).text = added
    heading = next((e for e in paragraph.itersiblings() if "之" in _text(e) and len(e)), None)
    if heading is None:
        heading = next(e for e in paragraph.itersiblings() if "本文数字出处" in _text(e))
    heading.addprevious(new)
    return "", added, False


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _figure_of(body: etree._Element, number: int) -> etree._Element:
    before = _run_with(body, _words(number)[0])
    run = next(before.iterancestors(qn("w:r")))
    control = next(run.itersiblings(qn("w:sdt")))
    return next(control.iter(qn("w:t")))


CHANGES = (_figure_changed, _figure_changed, _word_changed, _sentence_out, _sentence_in)


def test_a_paragraph_that_was_cut_in_two_is_no_edit() -> None:
    def cut(body: etree._Element) -> None:
        paragraph = next(_run_with(body, _words(2)[0]).iterancestors(qn("w:p")))
        second = etree.Element(qn("w:p"))
        paragraph.addnext(second)
        run = next(_run_with(body, _words(2)[0]).iterancestors(qn("w:r")))
        for element in list(run.itersiblings()):
            second.append(element)
        words = _run_with(body, _words(2)[0])
        first, _, rest = (words.text or "").partition(_words(2)[0])
        words.text = first
        new = etree.Element(qn("w:r"))
        etree.SubElement(new, qn("w:t")).text = _words(2)[0] + rest
        second.insert(0, new)

    assert read_returned(_edited(to_docx(_summary(20), Heads()), cut), "总结.docx").edits == ()


def test_an_edit_names_the_figure_and_its_heading() -> None:
    def change(body: etree._Element) -> None:
        _figure_of(body, 3).text = "13次"

    made = _summary(20)
    (edit,) = read_returned(_edited(to_docx(made, Heads()), change), "总结.docx").edits
    figure = made.spans[3].figure
    assert figure is not None and edit.figure is not None
    assert (edit.figure.code, edit.figure.period, edit.figure.unit) == (figure.indicator.code, "2025", figure.unit)
    assert (edit.before, edit.after, edit.section) == ("15次", "13次", "城之0")


def test_a_change_beside_the_text_is_found_too() -> None:
    def change(body: etree._Element) -> None:
        _run_with(body, "县委宣传部：").text = "县委办公室："

    content = _edited(to_docx(_summary(10), Heads(addressee="县委宣传部")), change)
    assert [edit[2:4] for edit in read_returned(content, "总结.docx").edits] == [("县委宣传部：", "县委办公室：")]


def test_tracked_changes_are_read_as_if_accepted() -> None:
    def change(body: etree._Element) -> None:
        run = next(_figure_of(body, 3).iterancestors(qn("w:r")))
        deleted = etree.Element(qn("w:del"))
        run.addprevious(deleted)
        deleted.append(run)
        inserted = etree.Element(qn("w:ins"))
        etree.SubElement(etree.SubElement(inserted, qn("w:r")), qn("w:t")).text = "99次"
        deleted.addnext(inserted)

    (edit,) = read_returned(_edited(to_docx(_summary(10), Heads()), change), "总结.docx").edits
    assert (edit.before, edit.after) == ("15次", "99次")


def test_another_document_is_told_apart() -> None:
    other = BytesIO()
    document = Document()
    document.add_paragraph("别的文件。")
    document.save(other)
    for content, name in ((other.getvalue(), "别的.docx"), ("全文".encode(), "总结.txt")):
        with pytest.raises(NotReturned):
            read_returned(content, name)


@pytest.mark.parametrize("harm", ["broken", "macros"])
def test_a_broken_file_and_one_with_macros_are_refused_with_a_sentence(harm: str) -> None:
    content = to_docx(_summary(10), Heads())
    if harm == "broken":
        content = content[: len(content) // 2]
    else:
        out = BytesIO(content)
        with ZipFile(out, "a") as archive:
            archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64)
        content = out.getvalue()
    with pytest.raises(YoujuError) as refused:
        read_returned(content, "总结.docx")
    assert "总结.docx" in str(refused.value)


def test_words_and_a_figure_changed_in_one_sentence_are_both_told() -> None:
    made = summary_of("# 总结\n\n全年集中学习{0}，人人参加。", *bound(1))

    def change(body: etree._Element) -> None:
        _run_with(body, "12次").text = "25次"
        _run_with(body, "人人参加").text = "，大多数人参加。"

    first, second = read_returned(_edited(to_docx(made, Heads()), change), "总结.docx").edits
    assert (first.before, first.after) == ("全年集中学习12次，人人参加。", "全年集中学习25次，大多数人参加。")
    assert (second.before, second.after, second.figure is not None) == ("12次", "25次", True)


def test_words_written_beside_a_figure_leave_it_alone() -> None:
    def change(body: etree._Element) -> None:
        run = _run_with(body, "次")
        run.text = "共" + (run.text or "")

    (edit,) = read_returned(_edited(to_docx(_summary(10), Heads()), change), "总结.docx").edits
    assert edit.figure is None


def test_what_was_changed_in_a_table_is_told_and_what_was_not_is_none() -> None:
    rows = "| 学段 | 在校生（人） |\n| --- | --- |\n| 小学 | {0} |\n| 初中 | {1} |"
    content = to_docx(summary_of(f"# 总结\n\n{rows}\n\n立德树人是根本任务。", *bound(2)), Heads())
    assert read_returned(content, "总结.docx").edits == ()

    def change(body: etree._Element) -> None:
        _run_with(body, "13次").text = "31次"

    (edit,) = read_returned(_edited(content, change), "总结.docx").edits
    assert (edit.before, edit.after, edit.section) == ("13次", "31次", "")
    assert edit.figure is not None and edit.figure.text == "13次"


def test_a_title_of_two_lines_is_no_edit() -> None:
    content = to_docx(_summary(10), Heads(title="关于青禾县教育局|工作总结的报告"))
    assert read_returned(content, "总结.docx").edits == ()


@needs_office
def test_of_two_hundred_random_edits_exactly_these_are_found_in_what_libreoffice_saved(tmp_path: Path) -> None:
    """The same four times fifty, each file opened and saved again by another program."""
    heads = Heads(as_report=True, issuer="青禾县教育局", title="关于青禾县教育局|工作总结的报告", addressee="县委")
    wanted: dict[str, list[tuple[str, str, bool]]] = {}
    for seed in range(4):
        content, wanted[f"{seed}.docx"] = _with_fifty_edits(seed, heads)
        (tmp_path / f"{seed}.docx").write_bytes(content)
    saved = tmp_path / "saved"
    converted([tmp_path / name for name in wanted], "docx:MS Word 2007 XML", saved)
    for name, edits in wanted.items():
        assert _told(read_returned((saved / name).read_bytes(), name)) == sorted(edits), name
