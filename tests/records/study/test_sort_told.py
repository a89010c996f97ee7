"""Which sort of study a group message tells of."""

import pytest

from youju.records.study.session.models import StudySort
from youju.records.study.session.told import sort_told


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("明湖小学党支部于11月16日召开集中学习会，支部书记主持", StudySort.BRANCH),
        ("党委理论学习中心组集中学习，各党支部书记列席", StudySort.CENTER_GROUP),
        ("周一教职工政治学习，党支部书记主持", StudySort.STAFF),
        ("11月3日党支部全体党员集中学习", StudySort.BRANCH),
        ("请专家来校作专题辅导", StudySort.LECTURE),
    ],
)
def test_who_studied_says_the_sort(text: str, sort: StudySort):
    told = sort_told(text)
    assert told is not None and told.value == sort


def test_studying_alone_says_no_sort():
    assert sort_told("今天下午集中学习") is None
