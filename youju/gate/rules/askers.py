"""Who asked, complained or reported: an answer is public, whoever it was written to is not."""

from collections.abc import Iterator
from typing import NamedTuple

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import NEAR
from youju.gate.rules.page import Page
from youju.lib.patterns import late

_WHAT = "(?:您|你)(?:[所来]?(?:反映|提出?|咨询|询问|投诉|举报|留言|关心)|的(?:来信|来电|来访|诉求|问题|留言|投诉|举报|咨询|建议|信))|来信|来电|留言"
_VERB = "(?:来[信电访函]|反映|投诉|举报|检举|控告|咨询|询问|留言|提问|质疑|打来|致电|写信)"
_NAMED = rf"(?P<it>{NEAR})"


class Asker(NamedTuple):
    """A way of telling that somebody named ``it`` asked. example: found; spared: left alone."""

    pattern: str
    example: str
    spared: str


WAYS = (
    Asker(
        "(?<!受理)(?:来信|来访|来电|来函|反映|投诉|举报|检举|控告|信访|上访|留言|提问|发帖|诉求|爆料|维权)"
        rf"(?:人员?|者|群众|网友|家长)(?:姓名)?(?:是|为|叫)?[: (\t]{{0,2}}{_NAMED}",
        "投诉人:王秀兰", "投诉人对处理结果表示满意",
    ),
    Asker(
        rf"咨询(?:人|者)(?:姓名)?[: (\t]{{0,2}}{_NAMED}(?!.{{0,16}}(?:电话|办公))",
        "咨询者姓名:何丽萍", "咨询人:何丽萍 联系电话 0511-86512345",
    ),
    Asker(
        rf"(?:网友|市民|村民|群众|家长|居民|业主)[: (“\"]{{0,2}}{_NAMED}[)”\"]?.{{0,8}}?{_VERB}",
        "网友张建军留言咨询入学", "网友留言咨询入学",
    ),
    Asker(
        rf"(?<![\u4e00-\u9fff])(?:尊敬的)?{_NAMED}(?:先生|女士|同志|家长)[,:! ]{{0,2}}(?:您好|你好)?.{{0,24}}?(?:{_WHAT})",
        "郑爱国先生:您的诉求已办结", "郑先生:您的诉求已办结",
    ),
    Asker(
        rf"(?:先生|女士|家长|您|你)[(]{_NAMED}[)].{{0,24}}?(?:{_WHAT}|{_VERB})",
        "周女士(周海燕),您反映的问题已收悉", "周女士,您反映的问题已收悉",
    ),
    Asker(
        rf"关于{_NAMED}(?:先生|女士|同志|家长)?(?:等人?)?{_VERB}", "关于雷海生反映校车超员的答复", "关于家长反映校车超员的答复",
    ),
    Asker(
        rf"申请人[: (]{{0,2}}{_NAMED}.{{0,12}}?(?:申请公开|信息公开|依申请)",
        "申请人谢春花申请公开账目", "申请人谢春花获准办学",
    ),
)  # fmt: skip
_COMPILED = tuple(late(way.pattern) for way in WAYS)


def find_askers(page: Page, known: Known) -> Iterator[Hit]:
    """Names of persons of whom the text tells that they asked, unless a consent lets them be told."""
    for line, text in enumerate(page.texts):
        for pattern in _COMPILED:
            for found in pattern.finditer(text):
                if found["it"] not in known.released:
                    yield Hit(line, *found.span("it"))
