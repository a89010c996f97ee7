"""``youju check``: the sheet beside it, and one clear sentence with exit 2 for what cannot be checked."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.desk.paper import blank_pdf
from tests.evidence.samples import written_document
from tests.records.cast import verified, visits
from youju.claims.documents.document import read_document

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> SimpleNamespace:
    from tests.records.cast import make_cast

    made = make_cast()
    verified(visits(made.bob, made.hill, 17), made.bob, made.alice)
    return made


@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_it_writes_the_sheet(youju, cast: SimpleNamespace, tmp_path: Path, ending: str):
    draft, out = tmp_path / "年度总结.txt", tmp_path / f"核对单.{ending}"
    draft.write_text("今年高考考生19人。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--out", str(out), "--by", "王一", "--lang", "zh")
    assert said.status == 1
    text = "".join(read_document(out, out.name).split())
    assert all(each in text for each in ("年度总结", "王一", "19人", "不符"))
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([draft.name, out.name])


def test_another_ending_is_refused_before_anything_is_done(youju, cast: SimpleNamespace, tmp_path: Path):
    said = youju("check", "no-such.txt", "--out", str(tmp_path / "sheet.odt"), "--lang", "en")
    assert (said.status, said.out) == (2, "")
    assert ".pdf, .docx or .html" in said.err


def test_a_folder_that_is_not_there_is_named(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text("今年高考考生17人。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--out", str(tmp_path / "no" / "s.html"), "--lang", "en")
    assert said.status == 2
    assert "cannot be written" in said.err


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.txt", bytes(range(256)) * 8, "is not a text file"),
        ("big5.txt", "全年走訪農戶".encode("big5"), "in Big5"),
        ("scan.pdf", blank_pdf(), "it was scanned"),
        ("locked.pdf", blank_pdf("secret"), "protected by a password"),
        ("broken.docx", b"PK\x03\x04 not a document", "damaged"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "of a type that cannot be checked"),
        ("empty.txt", b"", "holds no text"),
        ("many.txt", "高考考生19人。".encode() * 3001, "3001 figures, more than"),
        ("long.txt", "学".encode() * 400_001, "400001 characters, more than"),
    ],
)
def test_what_cannot_be_checked_gets_one_sentence(
    youju, cast: SimpleNamespace, tmp_path: Path, name: str, content: bytes, sentence: str
):
    file = tmp_path / name
    file.write_bytes(content)
    said = youju("check", str(file), "--lang", "en")
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1


def test_a_file_that_is_too_large_is_refused(youju, cast: SimpleNamespace, tmp_path: Path, settings):
    settings.CHECK_BYTES = 100
    file = tmp_path / "long.txt"
    file.write_text("高考考生19人。" * 50, "utf-8")
    said = youju("check", str(file), "--lang", "en")
    assert (said.status, said.out) == (2, "")
    assert "larger than" in said.err


DRAFT = "一、走访\n今年慰问企业3家，高考考生17人。\n每月集中学习，今年高考考生19人，全年集中学习11次。\n"


def test_it_prints_what_is_wrong_first_and_where_it_stands(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--lang", "en")
    lines = said.out.splitlines()
    heads = [line.split()[0] for line in lines if line and not line.startswith(" ")]
    assert heads[0] == "contradicted"
    assert heads.index("contradicted") < heads.index("unsupported") < heads.index("supported")
    assert "  line 3  每月集中学习，今年高考考生【19人】，全年集中学习11…" in lines
    assert lines[-2] == ""
    assert lines[-1].startswith("4 figures")


def test_it_prints_where_the_texts_own_figures_disagree(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--lang", "en")
    assert said.out.index("disagree: 1") < said.out.index("4 figures")


def test_a_word_document_has_paragraphs(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(written_document("一、走访", "今年高考考生17人。"))
    said = youju("check", str(draft), "--year", "2025", "--lang", "en")
    assert "  paragraph 2  今年高考考生【17人】" in said.out


def test_a_text_without_figures_says_so(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text("本年无数字。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--lang", "en")
    assert (said.status, said.out, said.err) == (0, "No figure was found in this text.\n", "")


def test_nothing_in_a_text_speaks_to_the_terminal(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.html"
    draft.write_text("<p>全年\u202e走访\u2028农户17人。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--lang", "en")
    assert "17人" in said.out
    assert "\u202e" not in said.out


def test_json_is_alone_on_standard_output(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--json", "--lang", "en")
    assert len(said.out.splitlines()) == 4
    assert said.err.startswith("4 figures")


def test_a_sheet_that_was_written_is_named(youju, cast: SimpleNamespace, tmp_path: Path):
    draft, out = tmp_path / "draft.txt", tmp_path / "sheet.html"
    draft.write_text(DRAFT, "utf-8")
    assert str(out) in youju("check", str(draft), "--year", "2025", "--out", str(out), "--lang", "en").err
