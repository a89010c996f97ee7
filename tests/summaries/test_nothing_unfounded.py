"""No claim reaches an issued page neither bound nor marked as typed by hand: held over texts made at random."""

import random
from types import SimpleNamespace

import pytest

from tests.summaries.issuing import again, record, sign, written
from youju.claims.reading.extract import extract
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.binding.summary import Summary, split
from youju.summaries.issuing.frozen import summary_of
from youju.summaries.issuing.verbs import standing_edition, summary_freeze, summary_issue

pytestmark = pytest.mark.django_db

SOUND = (
    "参加高考{{exam.candidates}}", "走访{{手填 12次 | 未入台账 | 会议记录 | 局办公室}}",
    "各校学习扎实开展", "全县{{year}}年工作平稳",
    "近百年的老校焕发新貌", "**典型引路。** 教师敬业", "一是抓学习，二是抓落实", "考生{{exam.candidates|bare}}名",
    "赴考{{exam.candidates|chinese}}", "{{unit}}统一组织", "比上年{{change exam.candidates}}", "榜样的力量深入人心",
    "见下表。\n\n| 序号 | 项目 | 2025年 |\n| --- | --- | --- |\n| 1 | 考生 | {{exam.candidates}} |\n\n另",
)  # fmt: skip
UNSOUND = (
    "培训15场", "发表近百篇报道", "满意度98.71%", "走访１２户", "获奖三人次", "二十余所学校参加", "第一名", "增长12.5%",
    "数十名教师", "两批骨干外出", "宣传{{publicity.local}}", "本一{{exam.first_tier}}", "共{{no.such.thing}}",
    "参训率达到百分之九十",
    "见下表。\n\n| 项目 | 场次（场） |\n| --- | --- |\n| 培训 | 15 |\n\n另",
    "见下表。\n\n| 项目 | 场次（场） |\n| --- | --- |\n| 培训 | 1**5** |\n\n另",
    "见下表。\n\n| 地区 | 培训（场） | 讲座（场） |\n| --- | --- | --- |\n| 全县 | １５ | 无 |\n\n另",
)  # fmt: skip
ENDS = ("，", "。", "；", "。\n\n", "：", "、", "（", "\n")


def made(dice: random.Random) -> str:
    """A text of eight pieces, of which some are unfounded in every other one."""
    pieces = [dice.choice(SOUND) for _place in range(8)]
    for _place in range(dice.choice((0, 0, 1, 3))):
        pieces[dice.randrange(8)] = dice.choice(UNSOUND)
    return "# {{unit}}总结\n\n参加高考{{exam.candidates}}。" + "".join(piece + dice.choice(ENDS) for piece in pieces)


def unfounded(summary: Summary) -> list[str]:
    """The claims of the printed text that lie outside every span which is bound or hand-entered."""
    text, founded = "", []
    for span in split(summary.marked, summary.spans):
        if span.figure is not None or span.hand is not None:
            founded.append((len(text), len(text) + len(span.text)))
        text += span.text
    return [
        claim.text
        for claim in extract(text)
        if not any(start < claim.end and claim.start < end for start, end in founded)
    ]


def test_no_unfounded_claim_is_issued(cast: SimpleNamespace) -> None:
    record(cast)
    dice, went_out, refused = random.Random(20251231), 0, 0
    for _text in range(200):
        document = written(cast, made(dice))
        try:
            summary_freeze(document=document, actor=cast.alice)
        except SummaryRefused:
            refused += 1
            continue
        summary_issue(document=sign(again(document), cast), actor=cast.alice)
        assert unfounded(summary_of(standing_edition(document))) == [], document.text
        went_out += 1
    assert went_out > 30 and refused > 60


@pytest.mark.parametrize("piece", UNSOUND)
def test_each_unfounded_piece_is_refused(cast: SimpleNamespace, piece: str) -> None:
    record(cast)
    with pytest.raises(SummaryRefused):
        summary_freeze(document=written(cast, f"参加高考{{{{exam.candidates}}}}，{piece}。"), actor=cast.alice)
