"""``youju check`` from the command line."""

import json

import pytest

from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]


def run(*args: str) -> int:
    from youju.cli.main import main

    return main(["check", *args, "--year", str(YEAR)])


@pytest.fixture
def draft(tmp_path):
    def write(text: str) -> str:
        file = tmp_path / "draft.txt"
        file.write_text(text, "utf-8")
        return str(file)

    return write


def test_it_exits_0_when_nothing_is_contradicted(draft, capsys):
    assert run(draft("全年回复网络咨询156条。")) == 0
    assert "156条" in capsys.readouterr().out


def test_it_exits_1_when_a_figure_is_contradicted(draft):
    assert run(draft("全年处置突发舆情17起。")) == 1


def test_it_prints_json_lines_in_the_order_of_the_text(draft, capsys):
    text = "全年回复网络咨询156条，处置突发舆情17起。"

    run(draft(text), "--json")

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["verdict"] for line in lines] == ["supported", "contradicted"]
    assert [text[line["start"] : line["end"]] for line in lines] == ["156条", "17起"]
    assert lines[0]["indicator"] == "inquiries.online.answered"
    assert lines[0]["ledger_value"] == 156
    assert lines[0]["records"]


@pytest.mark.parametrize("alias", ["望川市", "=@city", "望川市=@moon"])
def test_a_bad_alias_is_refused_with_a_sentence(draft, capsys, alias):
    assert run(draft("发稿12篇。"), "--alias", alias) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_is_not_there_is_refused(capsys):
    assert run("nowhere.txt") == 2
    assert "nowhere.txt" in capsys.readouterr().err
