"""What nobody sees is not kept."""

import pytest

from youju.lib.text import name_line, one_line, visible


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("三月集中学习", "三月集中学习"),
        ("三月\u200b集中\ufeff学习", "三月集中学习"),
        ("年报\u202egpj\u202c", "年报gpj"),
        ("一\x00二\x7f\ud800", "一二"),
        ("第一行\r\n\t第二行", "第一行\r\n\t第二行"),
        ("\ue000𰻝\U000323af", "\ue000𰻝\U000323af"),
        ("一\uffff二\ufdd0\U0001fffe", "一二"),
    ],
)
def test_only_what_can_be_seen_stays(typed: str, kept: str):
    assert visible(typed) == kept


def test_a_name_stays_on_one_line():
    assert one_line(" 年度\r\n 总结\u2028（稿）\u200b ") == "年度 总结 （稿）"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("青山　小学", "青山小学"),
        (" 李 \u3000明\n", "李明"),
        ("师宗县 （城区） 第一 小学", "师宗县（城区）第一小学"),
        ("阿依古丽 · 买买提", "阿依古丽·买买提"),
        ("Anna  Li", "Anna Li"),
        ("第 3 小学", "第 3 小学"),
    ],
)
def test_blanks_that_make_a_chinese_name_wider_are_no_part_of_it(typed: str, kept: str):
    assert name_line(typed) == kept
