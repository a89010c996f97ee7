"""Which sort of study a group message tells of: whose study it is, said outright, before any word of studying."""

from youju.records.messages.reading import Found, word_for
from youju.records.study.session.models import StudySort

_OUTRIGHT = word_for({
    StudySort.CENTER_GROUP: ("中心组",),
    StudySort.LECTURE: ("专题辅导", "辅导报告", "专题讲座"),
    StudySort.BRANCH: ("主题党日", "三会一课", "支部大会", "党支部于", "党支部组织", "党支部召开", "党支部开展"),
    StudySort.STAFF: ("教职工", "政治学习", "业务学习"),
})  # fmt: skip
_BRANCH = word_for({StudySort.BRANCH: ("党支部",)})


def sort_told(text: str) -> Found | None:
    """A branch that is only mentioned (its secretary was in the chair) gives way to who studied."""
    return _OUTRIGHT(text) or _BRANCH(text)
