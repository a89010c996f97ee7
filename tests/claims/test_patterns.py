"""Each pattern of the readers with a sentence of patterns.txt that it decides; a pattern without one has no place."""

from pathlib import Path

import pytest

from tests.claims.marked import judge, parse_marked
from tests.claims.switched_off import decided, rules
from youju.claims.reading import extract

RULES = {str(rule): rule for rule in rules()}
ROWS = [line.split(": ", 1) for line in Path(__file__).with_name("patterns.txt").read_text("utf-8").splitlines()]


def test_every_pattern_has_a_sentence_and_every_sentence_a_pattern():
    assert sorted(name for name, _ in ROWS) == sorted(RULES)


@pytest.mark.parametrize(("name", "marked"), ROWS, ids=[name for name, _ in ROWS])
def test_the_sentence_is_read_as_it_is_marked_and_otherwise_without_the_pattern(name: str, marked: str):
    text, figures = parse_marked(marked)
    _, missed, false, _ = judge(text, figures, extract(text))

    assert (missed, false) == ([], [])
    assert [count > 0 for _, count in decided([text], [RULES[name]])] == [True]
