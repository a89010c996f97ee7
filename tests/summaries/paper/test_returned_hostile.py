"""A Word document comes back from outside: whatever was put into it, it is read in seconds."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from youju.summaries.drafts.compare import compared
from youju.summaries.paper.aligned import differing
from youju.summaries.paper.original import OriginalPiece
from youju.summaries.paper.returned import figures_alone, figures_among_words
from youju.summaries.paper.sentences import Sentence

_SECONDS = 20


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """What takes minutes would take hours."""

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _sentence(*texts: str, tagged: str = "5") -> Sentence:
    pieces = tuple(OriginalPiece(text, tag="t" if text == tagged else "") for text in texts)
    return Sentence("".join(texts), "", 1, pieces)


def test_many_figures_between_the_same_words():
    assert figures_alone(_sentence(*["一", "5"] * 40, "末"), "一" * 400 + "尾") is None


@pytest.mark.parametrize(
    ("texts", "after", "stand"),
    [
        (("甲", "5", "人，乙", "5", "人"), "甲6人，乙5人", {1: "6"}),
        (("甲", "5", "人，乙", "5", "人"), "甲5人，乙人", {3: ""}),
        (("5", "人"), "7人", {0: "7"}),
        (("甲", "5"), "甲8", {1: "8"}),
        (("甲", "5", "5", "乙"), "甲67乙", {1: "", 2: "67"}),
        (("甲", "5", "人"), "甲5人", {}),
        (("甲", "5", "人"), "甲6个", None),
        (("甲", "5", "甲"), "甲", None),
        (("甲", "5", "人 "), "甲6人", {1: "6"}),
        (("甲乙",), "甲丙", None),
    ],
)  # fmt: skip
def testfigures_alone_are_told_by_the_words_around_them(
    texts: tuple[str, ...], after: str, stand: dict[int, str] | None
):
    assert figures_alone(_sentence(*texts), after) == stand


def test_an_endless_sentence():
    long = _sentence("长安" * 40_000, "5", "人")
    assert figures_among_words(long, "安长" * 40_000) == {}


def test_a_text_written_anew():
    out = [_sentence(f"甲乙丙丁戊己庚辛{number}壬癸子丑寅卯辰巳。") for number in range(3000)]
    back = [_sentence(f"天地玄黄宇宙洪荒{number}日月盈昃辰宿列张。") for number in range(3000)]
    (run,) = differing(out, back)
    assert (len(run.pairs), run.pairs[0], run.pairs[-1]) == (6000, (out[0], None), (None, back[-1]))


def test_one_sentence_over_and_over():
    assert list(differing([_sentence("好。")] * 60_000, [_sentence("好。")] * 60_000)) == []
    assert list(differing([_sentence("好。")] * 60_000, [_sentence("好。"), _sentence("坏。")] * 30_000))


@pytest.mark.parametrize(
    ("old", "new"),
    [("长安" * 50_000, "安长" * 50_000), ("长" * 100_000, "长" * 99_000), ("长。" * 50_000, "安。" * 50_000)],
)
def test_two_versions_as_long_as_a_section_can_be(old: str, new: str):
    pieces = compared(old, new)
    assert "".join(piece.text for piece in pieces if piece.sort != "new") == old
    assert "".join(piece.text for piece in pieces if piece.sort != "gone") == new
