"""``youju check``: the sheet beside it, and one clear sentence with exit 2 for what cannot be checked."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.desk.paper import blank_pdf
from tests.records.cast import verified, visits
from youju.claims.documents import read_document

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
    draft.write_text("全年走访农户19户。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--out", str(out), "--by", "王一", "--lang", "zh")
    assert said.status == 1
    text = "".join(read_document(out, out.name).split())
    assert all(each in text for each in ("年度总结", "王一", "19户", "不符"))
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([draft.name, out.name])


def test_another_ending_is_refused_before_anything_is_done(youju, cast: SimpleNamespace, tmp_path: Path):
    said = youju("check", "no-such.txt", "--out", str(tmp_path / "sheet.odt"), "--lang", "en")
    assert (said.status, said.out) == (2, "")
    assert ".pdf, .docx or .html" in said.err


def test_a_folder_that_is_not_there_is_named(youju, cast: SimpleNamespace, tmp_path: Path):
    draft = tmp_path / "draft.txt"
    draft.write_text("全年走访农户17户。", "utf-8")
    said = youju("check", str(draft), "--year", "2025", "--out", str(tmp_path / "no" / "s.html"), "--lang", "en")
    assert said.status == 2
    assert "cannot be written" in said.err


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.txt", bytes(range(256)) * 8, "is not a text file"),
        ("big5.txt", "全年走訪農戶".encode("big5") + b"\xff\x80", "is not a text file"),
        ("scan.pdf", blank_pdf(), "it was scanned"),
        ("locked.pdf", blank_pdf("secret"), "protected by a password"),
        ("broken.docx", b"PK\x03\x04 not a document", "damaged"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "of a type that cannot be checked"),
        ("empty.txt", b"", "holds no text"),
        ("many.txt", "走访农户19户。".encode() * 3001, "can be checked in one go"),
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
    file.write_text("走访农户19户。" * 50, "utf-8")
    said = youju("check", str(file), "--lang", "en")
    assert (said.status, said.out) == (2, "")
    assert "larger than" in said.err
