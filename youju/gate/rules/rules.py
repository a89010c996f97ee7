"""The rules of the gate, a row each: what it looks for, why that is held back, what to do, a case for and one against.

The texts are English and are translated where they are shown.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from youju.gate.rules.accounts import find_accounts
from youju.gate.rules.askers import find_askers
from youju.gate.rules.children import find_children
from youju.gate.rules.homes import find_homes
from youju.gate.rules.line import Hit, Known
from youju.gate.rules.marks import find_marks
from youju.gate.rules.numbered import find_cards, find_identities, find_phones
from youju.gate.rules.page import Page
from youju.lib.sheets.problems import gettext_noop


class Rule(NamedTuple):
    """example: lines of which it finds one place or more; spared: lines that it must leave alone.

    names: whether what it finds begins with a person's name, which is masked by its own way.
    """

    code: str
    label: str
    why: str
    remedy: str
    find: Callable[[Page, Known], Iterator[Hit]]
    example: str
    spared: str
    names: bool = False


RULES = (
    Rule(
        "identity", gettext_noop("identity number"),
        gettext_noop("An identity number opens accounts in a person's name and is never needed on a public page."),
        gettext_noop("Take the number out. Where two of one name must be told apart, leave the last four digits."),
        find_identities, "王小雨 11010519491231002X", "统一社会信用代码 123211834681234567",
    ),
    Rule(
        "card", gettext_noop("bank card"),
        gettext_noop("A card number with its holder's name is all that a fraud needs."),
        gettext_noop("Take the number out; say that it was paid, and to how many."),
        find_cards, "卡号：6222021234567890128", "订单号 6222021234567890128",
    ),
    Rule(
        "phone", gettext_noop("private telephone"),
        gettext_noop("A mobile number or a line at home reaches a person, not an office."),
        gettext_noop("Give the number of the office instead; on lists leave the column out."),
        find_phones, "家长电话 138 1234 5678", "咨询电话：0511-86512345",
    ),
    Rule(
        "home", gettext_noop("home address"),
        gettext_noop("An address leads strangers to a family's door."),
        gettext_noop("Leave it at the town or the village, or take it out."),
        find_homes, "该生家住幸福小区3号楼2单元501室", "会议地点：行政中心3号楼512室",
    ),
    Rule(
        "account", gettext_noop("private account"),
        gettext_noop("Mail, QQ and WeChat of a person are private; an office has its own."),
        gettext_noop("Give the office's mail box or public account instead."),
        find_accounts, "家长微信：wxid_abc123", "校园网QQ群：123456789",
    ),
    Rule(
        "marks", gettext_noop("marks or rank of a pupil"),
        gettext_noop("Marks and ranks of pupils may not be made known (Rules on the Protection of Minors by Schools)."),
        gettext_noop("Take names or marks out: the average of a school, without names, may be told."),
        find_marks, "王小雨同学期末数学考了98分", "全校数学平均分98分", names=True,
    ),
    Rule(
        "asker", gettext_noop("asker named"),
        gettext_noop("Who asks, complains or reports is promised that nobody learns of it."),
        gettext_noop("Leave the name out, or write the family name alone (周女士)."),
        find_askers, "投诉人：王秀兰", "投诉人对处理结果表示满意", names=True,
    ),
    Rule(
        "child", gettext_noop("child named"),
        gettext_noop("Data of a child are sensitive: its name becomes public only with its guardian's consent."),
        gettext_noop("Mask the name (王某某), or note the guardian's consent with the person first."),
        find_children, "小雨点合唱队王小雨（9岁）领唱", "王老师（39岁）领唱", names=True,
    ),
)  # fmt: skip
"""In this order a place that several find is told by the first."""

GPS, UNREAD = "gps", "unread"
"""What is found of a file as a whole, not in its text."""


class Notice(NamedTuple):
    """What is said of a finding that no rule over text has."""

    label: str
    why: str
    remedy: str


NOTICES = {
    GPS: Notice(
        gettext_noop("place in a picture"),
        gettext_noop("The file says where it was taken, to a few metres: that may be at a family's home."),
        gettext_noop("Save the picture anew without its position, or send it through a chat program, which drops it."),
    ),
    UNREAD: Notice(
        gettext_noop("not looked into"),
        gettext_noop("The gate cannot read this file or page, so nobody knows what goes out with it."),
        gettext_noop("Save it as docx, xlsx or PDF with text; else somebody has to read it and answer for it."),
    ),
}
_BY_CODE = {rule.code: rule for rule in RULES}


def words_of(code: str) -> Notice:
    """Label, reason and remedy of a finding's rule. Raises KeyError: only code names one."""
    rule = _BY_CODE.get(code)
    return Notice(rule.label, rule.why, rule.remedy) if rule else NOTICES[code]
