import json
import subprocess
import sys


def test_it_prints_one_json_line_a_figure(youju, tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text("全年开展集中学习12次，参学率100%。", "utf-8")
    said = youju("extract", str(file))
    claims = [json.loads(line) for line in said.out.splitlines()]
    assert (said.status, said.err) == (0, "")
    assert [(each["text"], each["value"], each["kind"]) for each in claims] == [
        ("12次", 12, "count"),
        ("100%", 100, "percent"),
    ]


def test_it_reads_gb18030(youju, tmp_path):
    file = tmp_path / "old.txt"
    file.write_bytes("全年开展集中学习12次。".encode("gb18030"))
    assert json.loads(youju("extract", str(file)).out)["value"] == 12


def test_it_lets_a_reader_go_away(tmp_path):
    file = tmp_path / "long.txt"
    file.write_text("全年开展集中学习12次。\n" * 20_000, "utf-8")
    command = subprocess.Popen(
        [sys.executable, "-m", "youju.cli.main", "extract", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout and command.stderr
    command.stdout.readline()
    command.stdout.close()
    assert command.stderr.read() == b""
    assert command.wait() == 141
