"""Words that turn a figure into another one wherever they stand before it: planned, not done, past, or of others.

They stand before it in its sentence (明年走访…), at the head of its line (下一步：走访…) or in the heading over it.
"""

import re
from collections.abc import Iterator

from youju.claims.context.named_period import SOME_MONTHS
from youju.claims.context.spans import spans_in
from youju.claims.reading import Claim

_REACH = 200  # characters before the claim; longer sentences are no sentences
_AHEAD = "下一步|下步|下一阶段|明年|来年|下一?年度?(?!来)"
_PLANNED = re.compile(
    f"{_AHEAD}|预[计估测]|估计|预期(?!目标|效果|成效|进度)|打算|力争|争取|有望(?=[达突实完超再])|目标(?:任务)?(?=为|是|：|$)"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=我[局县校市区])|(?<=全[县市区局校])|(?<=[年度]))计划(?!生育|单列)"
    r"(?=[*_ ]*[\u4e00-\u9fff0-9“《])"
    # 将表彰为 and 将满意度 only move what is done to the front; 将开展 and 将于 look ahead.
    "|[还即也又均均]将|将(?:于|要|会|再|继续|进一步|陆续|全面|达到?|有|开展|组织|举办|召开|建成|建设|创建|新增|评选|完成|走访"
    "|培训|实现|增加|推出|编印|出版|发布|推送|选派|安排)"
    # What each has to do at the least is a figure of its own; any other demand is none.
    r"|(?<![\u4e00-\u9fff])(?:并|还|明确)?要求(?=[\u4e00-\u9fff0-9])(?![^。；]*(?:每|至少|不少于))"
    r"|(?<![\u4e00-\u9fff])建议(?=[\u4e00-\u9fff])(?!办|采纳|答复|落实|案)"
    "|应(?:当|该)?(?:达到|完成|建成|不少于|不低于)|须达到?|需达到?|确保(?=[^，。；]{0,12}(?:达到|不低于|不少于))"
)
_DONE = re.compile("已|实际|目前|截至|(?<=[，；])完成")
# 每月一次 is a rhythm, not the year's number.
_RHYTHM = re.compile("每(?:个?月|两个?月|个?季度?|半年|个?学期|旬|个?星期|周|天|日)(?=[^，。；：]{0,6}$)")
_NUMBER = "[0-9一二两三四五六七八九十几数]{1,3}"
_OTHER_TIME = re.compile(
    f"[本上当](?:个?月|周|季度?|学期)|十[一二三四五]五”?(?:以来|期间|时期)|前年|往年|历年|近{_NUMBER}年|{_NUMBER}年(?:来|间)"
    f"|{SOME_MONTHS.pattern}"
)
# What another organ did is not the unit's; what it granted may be.
_OTHERS = re.compile(
    "(?:[县市区省](?:委宣传部|委组织部|委办公?室?|政府办公?室?|妇联|总工会|残联|文联|科协|关工委|红十字会|(?!教育|[\u4e00-\u9fff]*教育)[\u4e00-\u9fff]{2,3}局)"
    "|(?:共青)?团[县市区省]委|全[省国](?:教育系统|各地|各[县市]|上下|共|累计)|(?:兄弟|邻近|相邻|周边|毗邻|外地|邻)(?:县|市|区|省))"
    "(?![^，。；]*(?:命名|认定|表彰|授予|评|颁|公布|批准|确定|录用|采用))"
)
_DENIED = re.compile(
    "未(?![来名婚]|成年)|没能|没有|不再|拟(?![定订稿合])|取消|撤销|暂停|停办|中止|终止|注销|删除|退回|作废|淘汰|落选"
)

# Short words at the head of a line or alone on it, with what numbers and marks such a line may begin with.
_MARK = r"[^\w\n]{0,8}"
_NUMBERED = "(?:(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．是]|[（(][一二三四五六七八九十0-9]{1,3}[）)])?"
_HEAD = re.compile(
    rf"^{_MARK}{_NUMBERED}{_MARK}(?P<head>[^，,。；;：:\n*]{{2,16}})(?:\*{{0,2}}[：:]\*{{0,2}}|。?\*\*[。：:]?)(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_ITEM = re.compile(r"\n[ \t　]*(?:[-*•·]|(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．)）]|[（(]|[①-⑳])[^\n]*")
_PLAN = re.compile(
    f"{_AHEAD}|(?:计划|打算|设想|工作思路|努力方向)$|^(?:计划|打算)"
    "|^(?:20[0-9]{2}年)?(?:工作|年度|奋斗|主要|总体|预期|发展)?目标(?:任务)?$"
)
# 年度计划完成情况 tells what was done.
_REPORT = re.compile("完成|落实|执行|情况|总结|回顾|成效")
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")


class TurningWords:
    """Looks up, in one text, what turns a figure. year: the last that the text is about."""

    __slots__ = ("_plans", "_text", "_year")

    def __init__(self, text: str, year: int) -> None:
        self._text, self._year = text, year
        self._plans = list(self._announced())

    def before(self, claim: Claim) -> tuple[str, ...]:
        """The words before a claim that say it is planned, was not done, is of another time or was done by others."""
        sentence, clause = (max(start, claim.start - _REACH) for start in (claim.sentence[0], claim.clause[0]))
        said = list(_PLANNED.finditer(self._text, sentence, claim.start))
        if said and _DONE.search(self._text, said[-1].end(), claim.start):
            said = []
        said += _DENIED.finditer(self._text, clause, claim.start)
        # Of what was deleted, a part was deleted too: 删除推文300条，其中….
        said += (found for start, end in claim.shared for found in _DENIED.finditer(self._text, start, end))
        for other in (_RHYTHM, _OTHER_TIME):
            said += other.finditer(self._text, clause, claim.start)
        said += (found for at in {sentence, clause} if (found := _OTHERS.match(self._text, at, claim.start)))
        words = (found[0].replace("”", "").strip("，。；：、 ") for found in said)
        return (*words, *self._over(claim))

    def _over(self, claim: Claim) -> Iterator[str]:
        """What the heading of the section, or of the line, says of all under it."""
        yield from filter(self._is_plan, claim.heading.split())
        for start, end, head in spans_in(self._plans, max(0, claim.start - _REACH), claim.start):
            if start <= claim.start < end:
                yield head

    def _announced(self) -> Iterator[tuple[int, int, str]]:
        """The stretches under a head of a line: the rest of it, or the items below where nothing else stands in it."""
        for found in _HEAD.finditer(self._text):
            if not self._is_plan(found["head"]):
                continue
            end = found.end()
            while not found["rest"].strip("*_ ") and (item := _ITEM.match(self._text, end)):
                end = item.end()
            yield found.end("head"), end, found["head"]

    def _is_plan(self, head: str) -> bool:
        if _REPORT.search(head):
            return False
        years = [int(year[0]) for year in _YEAR.finditer(head)]
        return bool(_PLAN.search(head)) or (bool(years) and min(years) > self._year)
