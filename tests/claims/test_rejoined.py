"""Lines of a pdf that its margin broke are one paragraph again."""

import pytest

from youju.claims.documents.rejoined import rejoined


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("局党委中心组把学习排进每个月的日程，全年集中学习\n10次，成员参学率96%。", True),
        ("在本地网站媒体发表宣传新闻120多篇，在市级以上媒体发\n表宣传报道49篇。", True),
        ("全年集中学习，成员参学率达到百分之百，效果很好。\n另外组织培训3次。", False),
        ("溪云县教育局2024年宣传思想工作总结\n2024年，全县教育系统守正创新。", False),
        ("强化理论学习，打牢思想的根基，凝聚发展的力量\n二、抓好宣传", False),
        ("一、强化理论学习，打牢思想的根基，凝聚发展的力量\n全年集中学习12次。", False),
    ],
)
def test_a_line_goes_on_where_no_sentence_ends(lines: str, joined: bool) -> None:
    assert ("\n" not in rejoined(lines)) == joined
