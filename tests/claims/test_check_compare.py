"""Whether the ledger's value can be written as a text writes it."""

from fractions import Fraction

import pytest

from youju.claims.arithmetic.intervals import printed_step
from youju.claims.judging.compare import Known, agrees, hint
from youju.claims.reading import extract


def claim(text: str):
    (found,) = extract(text)
    return found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("全年发稿156篇。", [156], [155, 157]),
        ("回复率达99%。", ["98.5", "99.49"], ["98.49", "99.5"]),
        ("满意度达98.71%。", ["98.7096", "98.71"], ["98.70", "98.72"]),
        ("到会率达100%。", [100], ["99.99"]),
        ("发表新闻近百篇。", [90, 97, 100], [89, 101]),
        ("发表新闻120多篇。", [121, 129], [120, 130, 119]),
        ("共有30余支志愿服务队。", [31, 39], [30, 40]),
        ("发放资料1.2万余份。", [12_001, 12_999], [12_000, 13_000]),
        ("发放资料1.2万份。", [11_500, 12_499], [11_499, 12_500]),
        ("发表新闻100篇以上。", [100, 240], [99]),
        ("每校至少撰写2篇报告。", [2, 7], [1]),
        ("参加人数约200人。", [190, 210], [189, 211]),
        ("发表报道数十篇。", [20, 99], [19, 100]),
        ("发表报道数百篇。", [200, 999], [199, 1000]),
    ],
)
def test_a_claim_stands_for_an_interval(text, right, wrong):
    for value in right:
        assert agrees(claim(text), Known((Fraction(value),))), value
    for value in wrong:
        assert not agrees(claim(text), Known((Fraction(value),))), value


def test_nothing_known_agrees_with_nothing():
    assert not agrees(claim("全年发稿156篇。"), Known(()))


def test_near_may_be_the_number_itself_with_a_hint():
    near = claim("发表新闻近百篇。")

    assert hint(near, Known((Fraction(100),))) == "whole"
    assert hint(near, Known((Fraction(97),))) == ""


def test_each_place_of_a_list_is_looked_up_in_the_set():
    first, third = extract("文科取得全市第一、第三名。")
    places = Known((Fraction(1), Fraction(2)), rank=True)

    assert agrees(first, places)
    assert not agrees(third, places)


def test_a_value_that_differs_from_record_to_record_is_not_one_number():
    assert agrees(claim("每批培训为期3天。"), Known((Fraction(3),)))
    assert not agrees(claim("每批培训为期3天。"), Known((Fraction(3), Fraction(5))))


@pytest.mark.parametrize(("text", "step"), [("98.7%", "1/10"), ("156条", "1"), ("1.2万", "1000"), ("八成", "10")])
def test_the_last_printed_place(text, step):
    assert printed_step(text) == Fraction(step)


@pytest.mark.parametrize(("value", "right"), [(3, True), (4, True), (5, True), (2, False), (6, False)])
def test_a_range_holds_what_lies_between_its_ends(value, right):
    low, high = extract("每校开展家访3至5次。")
    known = Known((Fraction(value),))
    assert (agrees(low, known) and agrees(high, known)) == right
