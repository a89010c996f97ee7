"""What states a change, of which sort and against what."""

import pytest

from youju.claims.judging.change import Change, change_of
from youju.claims.reading import extract


def change(text: str) -> Change | None:
    return change_of(text, extract(text)[-1])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发稿量同比增长12%。", Change("share")),
        ("走访农户较去年下降3.5%。", Change("share", down=True)),
        ("发稿93篇，增幅达12.5%。", Change("share")),
        ("满意度提高0.5个百分点。", Change("points")),
        ("召开会议12次，比上年增加3次。", Change("amount")),
        ("发布推文308条，较上年多15条。", Change("amount")),
        ("走访企业较上年减少2家。", Change("amount", down=True)),
        ("走访企业较上一年度减2家。", Change("amount", down=True)),
        ("在园幼儿较上年增416人。", Change("amount")),
        ("在园幼儿较上年\u3000增 416\u2009人。", Change("amount")),
        ("本一达线比去年整整多出206人。", Change("amount")),
        ("志愿者人数翻一番。", Change("times")),
        ("志愿者人数是去年的2倍。", Change("times")),
        ("志愿者比去年增加了一倍。", Change("times more")),
        ("学校志愿服务队比2019年增加10支。", Change("amount", year=2019)),
        ("11月推送80条，环比增长10%。", Change("share", month_before=True)),
    ],
)
def test_a_change_has_a_sort_a_direction_and_a_base(text, found):
    assert change(text) == found


@pytest.mark.parametrize(
    "text", ["回复率提高到99%。", "新增特级教师3人。", "本科率达95%。", "减少纸质文件30份。", "位居全市第一名。"]
)
def test_an_amount_is_no_change(text):
    assert change(text) is None
