"""Numeral forms one by one, and what looks like one and is no figure."""

from __future__ import annotations

import pytest

from youju.claims.reading import extract

FIGURES = [
    ("每月召开3至5次例会。", [("3", 3, "次", "over"), ("5次", 5, "次", "under")]),
    ("占比两成至三成。", [("两成", 20, "成", "over"), ("三成", 30, "成", "under")]),
    ("培训三十至五十人。", [("三十", 30, "人", "over"), ("五十人", 50, "人", "under")]),
    ("从3家到5家。", [("3家", 3, "家", "exact"), ("5家", 5, "家", "exact")]),
    ("培训三四十人。", [("三四十人", 30, "人", "about")]),
    ("演出二十来场。", [("二十来场", 20, "场", "about")]),
    ("自然增长率为-0.73‰。", [("-0.73‰", -0.73, "‰", "exact")]),
    ("标准提高到1800元/月。", [("1800元/月", 1800, "元/月", "exact")]),
    ("用时1小时30分。", [("1小时30分", 1.5, "小时", "exact")]),
    ("历时一个半小时。", [("一个半小时", 1.5, "小时", "exact")]),
    ("为期两个多月。", [("两个多月", 2, "个月", "over")]),
    ("跟班学习半年。", [("半年", 0.5, "年", "exact")]),
    ("产值翻了近一番。", [("翻了近一番", 2, "番", "under")]),
    ("占全市的1/4。", [("1/4", 0.25, "", "exact")]),
    ("新增学位8 600个。", [("8 600个", 8600, "个", "exact")]),
    ("累计1 234 567人。", [("1 234 567人", 1234567, "人", "exact")]),
    ("投资1\u00a0200万元。", [("1\u00a0200万元", 12000000, "元", "exact")]),
    ("服务3 000余名。", [("3 000余名", 3000, "名", "over")]),
    ("到了2025 100人。", [("100人", 100, "人", "exact")]),
    ("添置彩超一台。", [("一台", 1, "台", "exact")]),
    ("一家企业获省级表彰。", [("一家", 1, "家", "exact")]),
    ("志愿服务队目前45支。", [("45支", 45, "支", "exact")]),
    ("此前两所学校参加。", [("两所", 2, "所", "exact")]),
    ("名列全市前三名。", [("前三名", 3, "名", "exact")]),
    ("数以千计的群众参加。", [("数以千计", None, "", "tens")]),
]

NONE = [
    "一期工程竣工，二期、三期同步设计。",
    "三支一扶，三通一平，一主两翼，一核三带。",
    "十届三次职代会，人大四次会议。",
    "推行六步工作法，打造15分钟生活圈。",
    "1分钟跳绳、50米跑、100米决赛。",
    "三元街、五一路、七年级一班。",
    "住12栋2单元，在国道125公里处，开通1路、6路公交。",
    "2000万元及以上企业，五千吨级码头，三天打鱼两天晒网。",
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_a_form_is_read(text: str, figures: list[tuple[str, float | None, str, str]]) -> None:
    found = [(c.text, None if c.value is None else float(c.value), c.unit, c.approx) for c in extract(text)]
    assert found == figures


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_figure_is_left(text: str) -> None:
    assert [claim.text for claim in extract(text)] == []
