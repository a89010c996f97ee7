"""What a group message most likely tells: the kind, the day, and the fields that the form begins with."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pytest

from tests.processor import processor_seconds
from tests.records.messages.samples import SAMPLES, TODAY, UNSEEN, Sample
from youju.records.kinds import sheet_kinds
from youju.records.messages.days import find_day
from youju.records.messages.guess import Asked, Offered, guess_fields, likely_kinds
from youju.records.messages.reading import Found
from youju.records.messages.words import KindWords
from youju.records.reading.message_kinds import can_begin, words_of


class Guess(NamedTuple):
    """The likeliest kind, and the fields with where each was read."""

    kind: str
    fields: Mapping[str, Found]

    @property
    def values(self) -> dict[str, str]:
        return {name: found.value for name, found in self.fields.items()}


def _guess(text: str, today: date = TODAY) -> Guess | None:
    """The guess among all kinds, as the page makes it, for forms that ask whatever a form of the kind may ask."""
    kinds = {kind.code: kind for kind in sheet_kinds() if can_begin(kind)}
    likely = likely_kinds(text, [words_of(kind) for kind in kinds.values()])
    if not likely:
        return None
    kind = kinds[likely[0]]
    asked = Asked(tuple(kind.form.base_fields), {}, kind.reads)
    return Guess(kind.code, guess_fields(text, words=words_of(kind), asked=asked, today=today))


def _right(samples: Sequence[Sample]) -> float:
    guesses = [(sample, _guess(sample.text)) for sample in samples]
    return sum(guess is not None and guess.kind == sample.kind for sample, guess in guesses) / len(samples)


def test_the_kind_is_right_for_at_least_85_of_100_messages():
    assert len(SAMPLES) > 40
    assert _right(SAMPLES) >= 0.9
    assert _right((*SAMPLES, *UNSEEN)) >= 0.85


def test_of_messages_for_which_no_word_was_chosen_most_are_right():
    assert _right(UNSEEN) >= 0.75


@pytest.mark.parametrize("sample", [*SAMPLES, *UNSEEN], ids=lambda sample: sample.text[:16])
def test_the_day_is_right_in_every_message(sample: Sample):
    day = find_day(sample.text, TODAY)
    assert (day.first if day else TODAY) == (sample.day or TODAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11月3日至7日举办读书周", date(2025, 11, 3), date(2025, 11, 7)),
        ("10月30日—11月2日外出学习", date(2025, 10, 30), date(2025, 11, 2)),
        ("２０２５年９月１日开学", date(2025, 9, 1), date(2025, 9, 1)),
        ("2024/12/5 座谈", date(2024, 12, 5), date(2024, 12, 5)),
        ("请于11月25日前上报，活动昨天举行", date(2025, 11, 19), date(2025, 11, 19)),
        ("学习《关于2025年3月1日起执行的办法》，时间11月4日", date(2025, 11, 4), date(2025, 11, 4)),
        ("12月28日总结会", date(2025, 12, 28), date(2025, 12, 28)),
        ("上月28日检修", date(2025, 10, 28), date(2025, 10, 28)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, first: date, last: date):
    found = find_day(text, TODAY)
    assert found is not None
    assert (found.first, found.last) == (first, last)


def test_in_january_a_day_of_december_is_last_years():
    found = find_day("12月28日召开总结会", date(2026, 1, 5))
    assert found is not None
    assert found.first == date(2025, 12, 28)


@pytest.mark.parametrize("text", ["得分3.5", "共1234人", "2月30日", "第3周", "", "《11月5日》", "13月45日"])
def test_what_is_no_day_is_taken_for_none(text: str):
    assert find_day(text, TODAY) is None


def test_fields_are_read_with_the_place_that_says_so():
    text = "11月9日，学雷锋志愿服务走进敬老院，学生志愿者15人表演节目，共90分钟"
    guess = _guess(text)
    assert guess is not None
    assert guess.kind == "service"
    assert guess.values == {"happened": "2025-11-09", "title": "学雷锋志愿服务走进敬老院", "place": "敬老院",
                            "pupils": "15", "minutes": "90"}  # fmt: skip
    said = {name: text[found.start : found.end] for name, found in guess.fields.items()}
    assert said["pupils"] == "学生志愿者15人"
    assert said["minutes"] == "90分钟"


def test_where_no_word_says_anything_nothing_is_guessed():
    assert _guess("收到，谢谢！") is None


def test_a_choice_is_named_by_any_of_its_names_and_the_longest_wins():
    offered = {"unit": [Offered("1", ("石桥小学",)), Offered("2", ("石桥小学东校区", "东校区"))]}
    asked = Asked(("unit", "title", "happened"), offered, {})
    fields = guess_fields("石桥小学东校区今天远足", words=KindWords("walk", ("远足",), ()), asked=asked, today=TODAY)
    assert fields["unit"].value == "2"


def test_the_same_message_always_gives_the_same_guess():
    assert all(_guess(sample.text) == _guess(sample.text) for sample in UNSEEN)


@pytest.mark.parametrize("text", ["1" * 4000, "11月" * 1300, "《" * 4000, "志愿服务" * 1000, "【" * 4000, "送" * 4000])
def test_a_hostile_message_is_read_in_a_moment(text: str):
    assert processor_seconds(lambda: _guess(text)) < 2


def test_the_title_is_the_clause_that_says_what_was_held():
    guess = _guess("昨天下午，学校举办“小小讲解员”比赛，全校46名队员参加，评出一等奖3名、二等奖6名。")
    assert guess and guess.values["title"] == "学校举办“小小讲解员”比赛"
    guess = _guess("11.10升旗仪式上，全校师生开展国旗下讲话《节约粮食从我做起》，徐主任主持。")
    assert guess and guess.values["title"].startswith("全校师生开展国旗下讲话")
