"""``youju summary mask``: the file that it writes, and what it tells."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.records.cast import make_cast
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(tmp_path: Path) -> Path:
    make_cast()
    file = tmp_path / "t.txt"
    file.write_text("云溪县教育局2024年总结\n\n6月28日，青山小学开展活动12场。", "utf-8")
    return file


def test_it_writes_the_text_without_names_and_lists_what_remains(youju: Callable[..., Said], text: Path) -> None:
    out = text.with_suffix(".md")
    said = youju("summary", "mask", str(text), "--out", str(out))
    assert said.status == 0
    assert out.read_text("utf-8") == "# XX县教育局20_年总结\n\n6月28日，A小学开展活动12场。\n"
    assert said.out.startswith("6月28日\t")


def test_a_word_is_left_out_as_well(youju: Callable[..., Said], text: Path) -> None:
    out = text.with_suffix(".html")
    said = youju("summary", "mask", str(text), "--out", str(out), "--also", "6月28日", "--json")
    assert json.loads(said.out)["remains"] == []
    assert "X月X日，A小学" in out.read_text("utf-8")


def test_a_document_is_taken_by_its_reference(youju: Callable[..., Said], text: Path) -> None:
    alice = Member.objects.get(username="alice")
    assert alice.unit is not None
    document = document_begin(
        unit=alice.unit, genre=get_genre("annual"), period=Period.year(2025), title="总结",
        text="# {{unit}}{{year}}年总结\n", actor=alice,
    )  # fmt: skip
    out = text.with_suffix(".md")
    assert youju("summary", "mask", document.ref, "--out", str(out)).status == 0
    assert out.read_text("utf-8") == "# XX县教育局20_年总结\n"


@pytest.mark.parametrize(("file", "out"), [("sum-none", "a.md"), ("t.txt", "a.xls"), ("none.txt", "a.md")])
def test_what_cannot_be_masked_is_refused(youju: Callable[..., Said], text: Path, file: str, out: str) -> None:
    named = file if file.startswith("sum-") else str(text.with_name(file))
    assert youju("summary", "mask", named, "--out", str(text.with_name(out))).status == 2
