"""Names of persons that no list has, by their family name and what stands round them."""

import re

from youju.lib.surnames import COMPOUND, RARER, SINGLE

# What follows a family name and makes no name of it: 李老师, 张校长, 王某某, 高年级, 安全.
_TITLES = "老师|校长|局长|主任|书记|园长|同志|同学|院长|科长|镇长|主席|馆长|先生|女士|小姐|某|x|X|\\*|×"
_NO_GIVEN = "的了和在是为与及等有对向从被把将让给由也都还就才又已以并或而则即如于第镇乡县市省校村局"
_WORDS = "语文|数学|英语|物理|化学|成绩|年级|班级|全校|全班|考试|期中|期末|总分|学校|小学|中学|上学|同比"
_GIVEN = rf"(?:(?!{_TITLES}|{_WORDS})[\u4e00-\u9fff])"
_FREE = rf"(?:(?![{_NO_GIVEN}]){_GIVEN})"
_FAMILY = rf"(?:{'|'.join(COMPOUND)}|[{SINGLE}{RARER}])"
NAME = rf"(?:{_FAMILY}{_FREE}{{1,2}})"
"""A name of two or three characters (four with a double family name)."""

BEFORE = r"(?:(?<![\u4e00-\u9fff])|(?<=[是为有由和与及、生学班贺获名组给让叫如长员作者文童子儿的校队届级位家县镇乡村]))"
"""Where a name may begin: after a sign, or one of the words that names stand behind."""

OTHERS = re.compile(r"^(?:老师|教师|校长|园长|局长|主任|书记|同志|科长|院长|教授|专家|医生|叔叔|阿姨|警官|班主任)")
"""What behind a name says that it is a grown-up's, who is not meant."""


def bare_name(text: str) -> bool:
    """Whether a cell holds nothing but what may be a name, blanks between two characters included."""
    return re.fullmatch(r"[\u4e00-\u9fff·]{2,8}", text.replace(" ", "")) is not None
