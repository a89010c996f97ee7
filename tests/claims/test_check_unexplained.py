"""Words beside a claim that belong to no figure."""

import pytest

from youju.claims.candidates.terms import pairs_of
from youju.claims.context.unexplained import OwnWords, UnexplainedWords
from youju.claims.lexicon.common_words import COMMON
from youju.claims.lexicon.plain_words import Written


def beside(text: str, *names: str, grows: bool = True) -> tuple[str, ...]:
    pairs = frozenset(pair for name in names if "、" not in name for pair in pairs_of(name))
    return UnexplainedWords(text, Written.of(text), []).beside([(0, len(text))], OwnWords.of(names, pairs, grows=grows))


@pytest.mark.parametrize(
    "text",
    [
        "全年共组织开展志愿服务活动",
        "全县志愿服务活动搞了",
        "围绕乡村振兴大局开展志愿服务活动",
        "扶老助残等志愿服务活动",
    ],
)
def test_plain_office_prose_is_no_stray(text):
    assert beside(text, "志愿服务活动") == ()


@pytest.mark.parametrize("how", ["风雨无阻", "顶着烈日", "身着红马甲", "扎扎实实", "逐户", "耐心地", "分头"])
def test_how_something_was_done_is_no_stray(how):
    assert beside(f"干部们{how}走访", "走访") == ()


@pytest.mark.parametrize("turn", ["暂停", "冒名", "虚报", "重复", "抽查", "委托社工"])
def test_what_turns_an_act_round_is_stray(turn):
    assert turn in "".join(beside(f"干部{turn}走访", "走访"))


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("志愿者中女教师", "女教师"),
        ("党员志愿者", "党员"),
        ("学校志愿者", "学校"),
        ("团志愿者", "团"),
        ("“邻里守望”志愿者", "邻里守望"),
        ("各校志愿者", "各校"),
        ("暑期志愿者", "暑期"),
        ("人均志愿者", "人均"),
        ("为志愿者购买保险", "购买保险"),
        ("农村志愿者", "农村"),
        ("志愿者安全教育", "安全教育"),
        ("注销志愿者", "注销"),
        ("缺考志愿者", "缺考"),
        ("受批评、勒令退场的志愿者", "勒令退场"),
    ],
)
def test_a_part_another_object_or_another_act_is_stray(text, stray):
    assert beside(text, "志愿者") == (stray,)


def test_who_does_something_is_no_part_of_what_is_counted():
    assert beside("教师参加志愿服务活动", "志愿服务活动") == ()
    assert beside("学校开展志愿服务活动", "志愿服务活动") == ()


def test_a_name_that_tells_of_several_explains_them_only_together():
    assert beside("教师、学生志愿者", "志愿者", "教师、学生志愿者") == ()
    assert beside("学生志愿者", "志愿者", "教师、学生志愿者") == ("学生",)


def test_characters_that_fill_gaps_are_a_word_where_two_of_them_stand_beside_a_name():
    assert beside("学习报告评优", "学习报告") == ("评优",)
    assert beside("中考生", "考生") == ("中",)


def test_what_is_told_of_every_one_belongs_to_a_least():
    names, pairs = ("学习报告",), frozenset(pairs_of("学习报告"))
    words = UnexplainedWords("每校学习报告", Written.of("每校学习报告"), [])
    assert words.beside([(0, 6)], OwnWords.of(names, pairs, grows=True)) == ("每校",)
    assert words.beside([(0, 6)], OwnWords.of(names, pairs, grows=True, each=True)) == ()


def test_an_act_is_explained_by_another_word_for_it():
    assert beside("受理网络咨询", "收到网络咨询") == ()
    assert beside("答复网络咨询", "收到网络咨询") == ("答复",)


@pytest.mark.parametrize(("text", "stray"), [("体育特色学校", "体"), ("艺术特长学校", "长")])
def test_one_character_that_makes_another_name_is_stray(text, stray):
    assert beside(text, "艺术教育特色学校", "艺术特色学校") == (stray,)


def test_another_act_is_stray_however_short():
    assert beside("咨询我们回了", "收到咨询") == ("回了",)


def test_strays_are_told_without_the_little_words_that_hang_on():
    assert beside("志愿者把外地人", "志愿者") == ("外地人",)


def test_plain_talk_is_explained_by_the_written_word():
    assert beside("全县志愿队伍", "志愿服务队") == ()


def test_what_was_added_is_not_what_stands():
    assert beside("新增文明校园", "文明校园") == ()
    assert beside("新增文明校园", "文明校园", grows=False) == ("新增",)


def test_what_is_named_otherwise_explains_itself():
    text = "松风学校志愿者"
    assert (
        UnexplainedWords(text, Written.of(text), [(0, 4)]).beside(
            [(0, 7)], OwnWords(frozenset(), frozenset(("志愿", "愿者")))
        )
        == ()
    )


def test_common_words_take_no_part_and_turn_nothing_round():
    turning = "未 不合格 农村 女 退休 取消 删除 退回 申报 注销 候选 计划外 民办 缺席 逾期 推荐"
    assert not COMMON.intersection(turning.split())
