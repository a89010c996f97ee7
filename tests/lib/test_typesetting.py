"""Documents are set in a process beside this one, which ends after some of them."""

from pathlib import Path

import pytest

from youju.lib import typesetting
from youju.lib.typesetter import DOCUMENTS
from youju.lib.typesetting import NotTypeset, typeset


@pytest.fixture
def template(tmp_path: Path) -> Path:
    file = tmp_path / "letter.typ"
    file.write_text("#set document(date: none)\n#sys.inputs.word")
    return file


def test_the_same_document_gives_the_same_bytes(template: Path):
    assert typeset(template, {"word": "a"}) == typeset(template, {"word": "a"}) != typeset(template, {"word": "b"})


def test_the_process_ends_after_some_documents_and_nobody_notices(template: Path):
    pids = set()
    for number in range(DOCUMENTS + 2):
        assert typeset(template, {"word": str(number)}).startswith(b"%PDF")
        pids.add(typesetting._running[0].pid)
    assert 2 <= len(pids) <= 3


def test_a_killed_process_is_replaced(template: Path):
    typeset(template, {"word": "a"})
    typesetting._running[0].kill()
    assert typeset(template, {"word": "a"}).startswith(b"%PDF")


def test_a_template_at_fault_is_said_and_the_next_document_comes(template: Path):
    with pytest.raises(NotTypeset):
        typeset(template, {})
    assert typeset(template, {"word": "a"}).startswith(b"%PDF")


def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path):
    (tmp_path / "secret").write_text("x")
    folder = tmp_path / "inner"
    folder.mkdir()
    (folder / "thief.typ").write_text('#read("../secret")')
    with pytest.raises(NotTypeset):
        typeset(folder / "thief.typ", {})
