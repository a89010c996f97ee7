"""How names sound."""

import pytest

from youju.lib.sounds import sounds


@pytest.mark.parametrize(("one", "other"), [("李长顺", "李常顺"), ("王家沟", "汪家沟"), ("A12", "A12")])
def test_texts_of_one_sound_share_a_way_to_read_them(one: str, other: str):
    assert sounds(one) & sounds(other)


@pytest.mark.parametrize(("one", "other"), [("李长顺", "李长贵"), ("李12", "李13"), ("西安", "先")])
def test_other_texts_share_none(one: str, other: str):
    assert not sounds(one) & sounds(other)


def test_a_long_text_of_many_readings_is_read_in_few_ways():
    assert len(sounds("长" * 60)) <= 32
