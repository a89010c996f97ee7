"""Under what somebody is reached privately: mail, QQ and WeChat of persons."""

import re
from collections.abc import Iterator

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import BEFORE, NAME
from youju.gate.rules.page import Page
from youju.lib.patterns import late

_MAIL = late(r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_QQ = late(
    r"QQ(?!群)(?:号码?|联系|私聊|请?加)*[是为:\s]{0,3}(?P<it>[1-9][0-9]{4,10})(?![0-9]|[人次个条])", re.IGNORECASE
)
_WECHAT = late(
    r"(?:微信|wechat|vx)(?!公众|群|小程序|视频号)(?:号码?|ID|联系|私聊|请?加)*[是为:\s]{0,3}"
    r"(?P<it>[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])",
    re.IGNORECASE,
)
_WECHAT_ID = late(r"[A-Za-z][A-Za-z0-9_-]{5,19}")
_OFFICIAL_MAIL = late(r"(?:gov|edu|mil)\.cn$", re.IGNORECASE)
_MAIL_OF_OFFICE = late(
    r"(?:投稿|举报|咨询|工作|报名|监督|单位|公务|联系|电子|受理|信访|官方|局长|校长"
    r"|办公|征集|反馈|意见)(?:信箱|邮箱|邮件)|报送|发送至|发至|报至"
)
_OF_PERSON = late(
    rf"{BEFORE}{NAME}(?:同学|老师)?(?:的|个人)*(?:邮箱|电子邮件)?[是为:,( ]*$"
    rf"|[至给到] ?{NAME}[:,( ]*$|个人邮箱|本人邮箱"
)


def find_accounts(page: Page, known: Known) -> Iterator[Hit]:
    """Mail, QQ and WeChat of persons. A public account, a group and an office's mail box are there to be told."""
    for line, text in enumerate(page.texts):
        for found in _MAIL.finditer(text):
            if not _is_office_mail(page, line, found):
                yield Hit(line, *found.span())
        for found in (*_QQ.finditer(text), *_WECHAT.finditer(text)):
            yield Hit(line, *found.span("it"))
        for start, end, column in page.row(line):
            if re.search("微信|QQ", column, re.IGNORECASE) and _WECHAT_ID.fullmatch(text[start:end]):
                yield Hit(line, start, end)


def _is_office_mail(page: Page, line: int, found: re.Match[str]) -> bool:
    told = page.told(line, found.start())
    return bool(_OFFICIAL_MAIL.search(found[0]) or (_MAIL_OF_OFFICE.search(told) and not _OF_PERSON.search(told)))
