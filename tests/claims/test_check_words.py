"""Which measure words may stand for one another."""

import pytest

from youju.claims.lexicon.measure_words import counts_otherwise, may_count
from youju.claims.ranking.fit import counted_kind
from youju.claims.reading import extract


def claim(text: str):
    return extract(text)[0]


@pytest.mark.parametrize(
    ("text", "word", "may"),
    [
        ("表彰教师54位。", "人", True),
        ("志愿者962人。", "人次", False),
        ("14个学校参加。", "所", True),
        ("走访农户170户。", "户次", False),
        ("召开会议26场。", "次", True),
        ("投入经费300万元。", "人", False),
    ],
)
def test_words_of_one_class_stand_for_one_another(text, word, may):
    assert may_count(claim(text), word) is may


def test_persons_and_attendances_are_told_apart_but_named():
    assert counts_otherwise(claim("培训教师208人次。"), "名")
    assert not counts_otherwise(claim("培训教师208人。"), "名")


def test_the_noun_behind_the_number_tells_the_kind_of_unit():
    assert counted_kind("12个镇参加。", claim("12个镇参加。")) == "town"
    assert counted_kind("12所中小学校参加。", claim("12所中小学校参加。")) == "school"
    assert counted_kind("12名教师参加。", claim("12名教师参加。")) == ""
