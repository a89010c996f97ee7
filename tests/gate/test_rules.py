"""Each rule of the gate finds what it is for and leaves alone what it must; on made texts it does so nearly always."""

import os
import re
from collections import Counter
from functools import partial

import pytest

from tests.gate.frames import read_frames
from tests.gate.seeded import TODAY, Text, texts
from tests.processor import processor_seconds
from youju.gate.finding import Finding
from youju.gate.rules.askers import WAYS as ASKERS
from youju.gate.rules.askers import Asker
from youju.gate.rules.exams import is_of_exams
from youju.gate.rules.line import Known, Line
from youju.gate.rules.look import look
from youju.gate.rules.numbers import is_card, is_identity, is_mobile
from youju.gate.rules.plain import plain
from youju.gate.rules.pupils import ONES, One
from youju.gate.rules.results import results_in
from youju.gate.rules.rules import RULES, Rule
from youju.gate.rules.ways import RESULTS, Result
from youju.gate.rules.young import WAYS, Young, young_names

_RULE_OF = {"bank": "card", "address": "home"}
_SURE, _OTHER, _FALSE = 0.995, 0.95, 0.03
_NUMBER = 2000 if os.environ.get("YOUJU_SOAK") else 300


def looked(text: str, known: Known | None = None) -> list[Finding]:
    return look([Line("正文", "text", "", line) for line in text.split("\n")], known or Known(TODAY))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_its_example_and_spares_the_other(rule: Rule):
    assert rule.code in {finding.rule for finding in looked(rule.example)}
    assert not looked(rule.spared)


@pytest.mark.parametrize("name", ["seen", "held", "fresh", "marks", "pupils", "named", "askers"])
def test_made_leaks_are_found_and_made_texts_pass(name: str):
    frames = read_frames(name)
    leaks: list[Text] = texts(frames.leaks, _NUMBER * 2, seed=11)
    every, found = Counter(leak.kind for leak in leaks), Counter[str]()
    for leak in leaks:
        found[leak.kind] += _RULE_OF.get(leak.kind, leak.kind) in {each.rule for each in looked(leak.text, leak.known)}
    for kind, count in every.items():
        least = _SURE if kind in ("identity", "phone", "bank") else _OTHER
        assert found[kind] >= least * count, kind
    clean = texts({"": frames.clean}, _NUMBER, seed=12)
    assert sum(bool(looked(each.text, each.known)) for each in clean) <= _FALSE * len(clean)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.code)
def test_a_way_of_telling_a_child_finds_its_example_and_spares_the_other(way: Young):
    assert re.search(way.pattern, way.example) and re.search(way.needs, way.example)
    assert list(young_names(way.example, Known(TODAY), "")) and not list(young_names(way.spared, Known(TODAY), ""))


@pytest.mark.parametrize("way", ASKERS, ids=lambda way: way.example)
def test_a_way_of_telling_who_asked_finds_its_example_and_spares_the_other(way: Asker):
    assert re.search(way.pattern, way.example) and not re.search(way.pattern, way.spared)


def test_who_asked_is_named_where_a_consent_lets_it_be_told():
    assert [finding.rule for finding in looked("投诉人：王秀兰")] == ["asker"]
    assert not looked("投诉人：王秀兰", Known(TODAY, released=frozenset({"王秀兰"})))


def test_an_address_is_found_with_blanks_round_its_numbers():
    for text in ("寄往江畔人家 15 栋 1 单元 602 室", "走访供电局家属院 2 栋 301", "翠湖苑楼栋 12，单元 2，房号 1503"):
        assert [finding.rule for finding in looked(text)] == ["home"]


def test_a_child_that_no_roster_has_is_spared_by_age_by_consent_and_by_the_name_of_a_grown_up():
    assert looked("六年级学生林朵朵在领奖") and not looked("六年级学生林朵朵在领奖", Known(TODAY, child_age=12))
    assert not looked("八年级学生林朵朵在领奖") and not looked("高一(2)班林朵朵在领奖")
    for known in (Known(TODAY, released={"林朵朵"}), Known(TODAY, grown={"林朵朵"})):
        assert not looked("三年级学生林朵朵在领奖", known)
    assert not looked("姓名\t任教班级\t职称\n林朵朵\t三(2)班\t一级教师")


@pytest.mark.parametrize("row", RESULTS, ids=lambda row: row.code)
def test_a_way_of_writing_marks_finds_its_example_and_spares_the_other(row: Result):
    def codes(text: str) -> set[str]:
        return {found.code for found in results_in(text, exam=is_of_exams(text), around=text)}

    assert row.code in codes(row.example)
    assert row.code not in codes(row.spared)


@pytest.mark.parametrize("one", ONES, ids=lambda one: one.example)
def test_what_tells_a_single_pupil_is_found_and_the_other_spared(one: One):
    assert re.search(one.pattern, one.example) and not re.search(one.pattern, one.spared)


@pytest.mark.parametrize(
    "text",
    ["考号20250317：数学71", "九（2）班14号同学物理不及格", "某同学一模得312分", "覃某某全县统考排2310名",
     "学生Z的得分率为43.2%",
     "不及格学生名单：\n宋知远\n林小宝", "学生姓名 顾言希\n听写 100", "姓名 等级\n桑小雨 A\n柴小静 C"],
)  # fmt: skip
def test_a_mark_is_somebodys_also_without_a_name_and_a_line_further_up(text: str):
    assert {finding.rule for finding in looked(text)} == {"marks"}


@pytest.mark.parametrize(
    "piece", ["李明98分，学号20230117语文71，获奖名单见附件，", "张三丰、", "小学生张三丰、", "王浩然同学，五年级"]
)
def test_a_long_line_takes_no_longer_a_letter_than_a_short_one(piece: str):
    short, long = (processor_seconds(partial(looked, piece * times)) for times in (200, 1600))
    assert long < 4 * 8 * short


@pytest.mark.parametrize(
    "written",
    ["13812345678", "138 1234 5678", "138-1234-5678", "１３８１２３４５６７８", "一三八一二三四五六七八", "l38I2345678",
     "1 3 8 1 2 3 4 5 6 7 8", "138\u200b1234\u200b5678", "+86 138 1234 5678", "١٣٨١٢٣٤٥٦٧٨"],
)  # fmt: skip
def test_a_number_is_found_however_it_is_written(written: str):
    assert [finding.rule for finding in looked(f"家长电话：{written}")] == ["phone"]


@pytest.mark.parametrize(
    "text",
    ["编号：13812345678", "http://a.gov.cn/art_13812345678.html", "138****5678", "YX2022-1380-2025-123",
     "咨询电话：0511-86512345", "热线12345", "2025-06-10 12:00:00"],
)  # fmt: skip
def test_a_number_of_nobody_passes(text: str):
    assert not looked(text)


def test_checks_of_numbers():
    assert is_identity("11010519491231002X") and not is_identity("110105194912310021")
    assert is_identity("320102650317123") and not is_identity("990102650317123") and not is_identity("320102651317123")
    assert is_card("6222021234567890128") is (sum_of("6222021234567890128") % 10 == 0)
    assert is_mobile("8613812345678") and not is_mobile("12812345678")


def sum_of(digits: str) -> int:
    """Luhn's sum, another way."""
    return sum(sum(divmod(int(digit) * (1 + at % 2), 10)) for at, digit in enumerate(reversed(digits)))


def test_a_room_number_behind_digits_one_by_one_hides_nothing():
    assert [finding.rule for finding in looked("入住登记 刘远 4 1 0 3 2 8 2 0 0 1 1 0 0 7 9 0 9 4 314房")] == [
        "identity"
    ]


@pytest.mark.parametrize(
    "text", ["县代表队以90分获团体第2名。", "毕业班语文、数学均为95分制。", "我县高考上线率98%，位居全市前3。"]
)
def test_a_word_that_begins_like_a_name_has_no_marks(text: str):
    assert not looked(text)


@pytest.mark.parametrize(("text", "rule"), [("张三13812345678", "phone"), ("王五11010519491231002X", "identity")])
def test_a_name_that_ends_in_a_numeral_hides_no_number_behind_it(text: str, rule: str):
    assert [finding.rule for finding in looked(text)] == [rule]


def test_words_with_numerals_are_no_number():
    assert plain("一二三四五") == "一二三四五"
    assert plain("二〇二五年") == "二〇二五年"


def test_what_was_found_cannot_be_read_in_the_finding():
    told = looked("王小雨 11010519491231002X 家长电话13812345678")
    assert {finding.rule for finding in told} == {"identity", "phone"}
    for finding in told:
        assert "19491231" not in finding.excerpt and "12345678" not in finding.excerpt


def test_a_child_of_the_roster_is_found_and_a_teacher_of_that_name_is_not():
    known = Known(TODAY, children=frozenset({"李明"}), grown=frozenset({"李明珠"}))
    assert [finding.rule for finding in looked("升旗手李明", known)] == ["child"]
    assert [finding.rule for finding in looked("李　明", known)] == ["child"]
    assert not looked("李明老师讲话，李明珠校长主持", known)


def test_a_consent_lets_a_name_be_told():
    assert looked("李明（9岁）领唱")
    assert not looked("李明（9岁）领唱", Known(TODAY, released=frozenset({"李明"})))


def test_the_age_of_a_child_is_what_the_bureau_set():
    assert not looked("李明（15岁）领唱")
    assert looked("李明（15岁）领唱", Known(TODAY, child_age=18))
    assert looked("李明 男 2016年3月5日") and not looked("李明 男 2009年3月5日")
