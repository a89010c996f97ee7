import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError

from youju.cli import extract as command


def _breaks(error: BaseException):
    def broken(*_args: object) -> None:
        raise error

    return broken


@pytest.mark.parametrize("args", [["nothing-like-it"], ["figures", "--sideways"], ["extract"], []])
def test_wrong_use_is_explained_on_standard_error(youju, args):
    said = youju(*args)
    assert (said.status, said.out) == (2, "")
    assert said.err


def test_a_file_that_is_not_there_gets_one_sentence(youju):
    said = youju("extract", "no-such-file.txt")
    assert (said.status, said.out, said.err) == (2, "", "无法读取 no-such-file.txt：没有这个文件。\n")


def test_a_file_that_is_no_text_gets_one_sentence(youju, tmp_path):
    file = tmp_path / "picture.txt"
    file.write_bytes(b"\x89PNG\x00\xff\xff\xff")
    assert youju("extract", str(file)).status == 2


def test_the_unforeseen_gets_a_reference_and_its_trace_goes_to_the_log(youju, monkeypatch, tmp_path):
    monkeypatch.setattr(command, "read_bytes", _breaks(ZeroDivisionError("a secret of the inside")))
    said = youju("extract", "x", "--lang", "en")
    assert said.status == 2
    assert "secret" not in said.err and "Traceback" not in said.err
    reference = re.search(r"Reference (\w{8})", said.err)
    assert reference
    log = (Path(settings.HOME) / "log" / "youju.log").read_text("utf-8")
    assert reference[1] in log and "a secret of the inside" in log


def test_a_database_that_does_not_answer_is_not_the_programs_fault(youju, monkeypatch):
    monkeypatch.setattr(command, "read_bytes", _breaks(OperationalError("database is locked")))
    said = youju("extract", "x", "--lang", "en")
    assert (said.status, "Try again" in said.err) == (2, True)


def test_ctrl_c_ends_quietly(youju, monkeypatch):
    monkeypatch.setattr(command, "read_bytes", _breaks(KeyboardInterrupt()))
    said = youju("extract", "x")
    assert (said.status, said.err.strip()) == (130, "")
