"""``youju summary list`` and ``diff``: which documents there are, and what became of the text of one."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from tests.records.cast import make_cast
from tests.summaries.issuing import written
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.verbs import section_write

pytestmark = pytest.mark.django_db

Youju = Callable[..., Any]
TEXT = "# 总结\n\n开头。\n\n## 一、学习\n\n参加{{exam.candidates}}。"


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


@pytest.fixture
def document(cast: SimpleNamespace) -> Document:
    """Begun in two sections, of which the second was then written twice."""
    begun = written(cast, TEXT)
    for version, words in ((1, "人人参加。"), (2, "多数人参加。")):
        section_write(section=begun.sections[1], version=version, text=f"## 一、学习\n\n{words}", actor=cast.alice)
    return begun


def test_the_list_tells_a_document_a_line(document: Document, youju: Youju) -> None:
    with translation.override("en"):
        said = youju("summary", "list")
    assert said.status == 0
    ref, _state, *told = said.out.strip().split("\t")
    assert (ref, told) == (document.ref, ["2025", str(document.unit), "2025年工作总结", "4"])


def test_an_empty_list_says_so(cast: SimpleNamespace, youju: Youju) -> None:
    said = youju("summary", "list")
    assert (said.status, said.out) == (0, "") and said.err.strip()


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((), "[+多数人+]参加[-{{exam.candidates}}-]。"), (("3",), "[-人-][+多数+]人参加。"),
        (("3", "4"), "[-人-][+多数+]人参加。"),
    ],
)  # fmt: skip
def test_diff_marks_what_is_gone_and_what_is_new(
    document: Document, youju: Youju, steps: tuple[str, ...], told: str
) -> None:
    said = youju("summary", "diff", document.ref, *steps)
    assert said.status == 0, said.err
    assert said.out.startswith("# 总结\n\n开头。\n\n## 一、学习\n\n")
    assert said.out.split("\n")[6] == told


def test_diff_says_when_both_say_the_same(document: Document, youju: Youju) -> None:
    said = youju("summary", "diff", document.ref, "4", "4")
    assert (said.status, said.out) == (0, "") and said.err.strip()


@pytest.mark.parametrize("asked", [("no-such",), ("REF", "9"), ("REF", "1", "9"), ("REF", "-1")])
def test_what_is_not_there_is_refused(document: Document, youju: Youju, asked: tuple[str, ...]) -> None:
    said = youju("summary", "diff", *(document.ref if word == "REF" else word for word in asked))
    assert said.status == 2 and said.err.strip() and not said.out
