"""The title of what a group message tells: the clause that says what happened, without greeting, day and hour."""

import re
from collections.abc import Collection

from youju.records.messages.reading import Found

LONGEST = 60
_LEAST = 4
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")
_HEADED = re.compile(r"【([^【】\n]{6,60})】")
_GREETING = re.compile(r"^\s*(?:@\S+|各位|大家好|尊敬的|亲爱的|收到|报告|汇报一下|分享|#|热烈祝贺\s*$)")
# In front of what happened: the day, the part of the day, the hour, words of a report.
_IN_FRONT = re.compile(
    r"^(?:[\s:：、】—–-]|【[^】]*】|(?:20\d{2}年)?\d{1,2}月\d{1,2}[日号]?(?:[至到—–-]\d{1,2}[日号])?|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{1,2}[日号]|\d{1,2}\.\d{1,2}(?=[\s一-鿿])|[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号]"
    r"|(?:上上|上|本|这)?(?:周|星期)[一二三四五六日天]|[昨今前当](?:天|日|晚|早)|本月\d{1,2}[日号]"
    r"|喜报|好消息|热烈祝贺|祝贺|(?<=[日号])起|上午|下午|晚上|中午|早上|傍晚|近日|日前|刚刚|今年|\d{1,2}[:：点时]\d{0,2}分?(?:整|许)?|[(（][^)）]{1,12}[)）])+"
)
# What says that something was held, whatever the kind; and a clause that only says when the rest of it was.
_ACT = re.compile(r"开展|举办|举行|召开|组织")
_ONLY_WHEN = re.compile(r"[上中后时]$")
# A day in the midst of a clause: it has a field of its own.
_DAY = re.compile(r"于?(?:20\d{2}年)?\d{1,2}月\d{1,2}[日号](?:[至到—–-]\d{1,2}[日号])?(?:[上下]午)?")
_DECORATION = re.compile(r"[\U0001F000-\U0001FAFF☀-➿️​]+|\[[^\[\]]{1,4}\]")


def find_title(text: str, words: Collection[str]) -> Found | None:
    """The best clause. words: those of the likeliest kind, one of which the clause should hold."""
    if (headed := _HEADED.search(text)) and any(word in headed[1] for word in words):
        return Found(headed[1].strip(), headed.start(1), headed.end(1))
    clauses = [clause for match in _CLAUSE.finditer(text) if (clause := _bare(match))]
    clauses = [clause for clause in clauses if not _ONLY_WHEN.search(clause.value)] or clauses
    telling = [clause for clause in clauses if _ACT.search(clause.value) or any(word in clause.value for word in words)]
    return next(iter(telling or clauses), None)


def _bare(match: re.Match[str]) -> Found | None:
    """A clause without what stands in front of it; None for a greeting and for what is too short to say anything."""
    clause = match[0]
    if _GREETING.match(clause):
        return None
    front = _IN_FRONT.match(clause)
    start = front.end() if front else 0
    value = _DAY.sub("", _DECORATION.sub("", clause[start:])).strip(" \t\r：:、")
    if len(value) < _LEAST or value.startswith("http"):
        return None
    return Found(value[:LONGEST], match.start() + start, match.end())
