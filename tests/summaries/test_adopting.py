"""A text of last year becomes a template: what it keeps, what it binds, and what it leaves to a person."""

from datetime import date

import pytest
from django.utils import translation

from tests.indicators.log import build_units, fact, post
from youju.claims.targets import UnknownTarget, WrongSort
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.adopting.adopt import adopt
from youju.summaries.adopting.adoption import Adoption
from youju.summaries.adopting.errors import NoFigures, NoText
from youju.summaries.adopting.following import changed_most, follow, without_evidence
from youju.summaries.adopting.rhetoric import contradicted, words
from youju.summaries.binding.own_ending import LIST
from youju.summaries.paper.words import labels

pytestmark = pytest.mark.django_db

BEFORE, NOW = Period.year(2024), Period.year(2025)


@pytest.fixture
def unit() -> Unit:
    """Articles 80, 97 and 60 in three years, posts on accounts 40 in 2024 alone; school-2 wrote 7 in March 2024."""
    bureau = build_units()
    for number, (school, quantity, year, month) in enumerate([
        ("school-1", 80, 2023, 5), ("school-1", 90, 2024, 5), ("school-2", 7, 2024, 3), ("school-1", 60, 2025, 5),
    ]):  # fmt: skip
        day = date(year, month, 2)
        post(f"rec-{number}", fact("publicity.articles", quantity, unit=school, day=day, category="local_media"))
    post("rec-9", fact("publicity.posts", 40, day=date(2024, 4, 1)))
    return bureau


def adopted(unit: Unit, text: str, **more: object) -> Adoption:
    return adopt(text, unit=unit, of=BEFORE, **more)  # type: ignore[arg-type]  # keywords of adopt


@pytest.mark.parametrize(
    ("said", "token"),
    [
        ("97篇", "{{publicity.local}}"),
        ("97条", "{{publicity.local|=条}}"),
        ("近百篇", "{{publicity.local|near/plain}}"),
        ("近100篇", "{{publicity.local|near arabic/plain}}"),
        ("接近100篇", "{{publicity.local|near 接近 arabic/plain}}"),
        ("将近百篇", "{{publicity.local|near 将近/plain}}"),
        ("90余篇", "{{publicity.local|over 余/plain}}"),
        ("九十多篇", "{{publicity.local|over 多 chinese/plain}}"),
        ("超过90篇", "{{publicity.local|over 超过/plain}}"),
        ("九十七篇", "{{publicity.local|chinese}}"),
        ("数十篇", "{{publicity.local|tens/plain}}"),
        ("约100篇", "约{{publicity.local|about/plain}}"),
        ("90篇以上", "{{publicity.local|floor}}以上"),
    ],
)
def test_a_figure_keeps_its_printed_form(unit: Unit, said: str, token: str) -> None:
    adoption = adopted(unit, f"在本地网站媒体发表宣传新闻{said}。")
    assert adoption.text == f"在本地网站媒体发表宣传新闻{token}。\n"
    assert [bound.printed for bound in adoption.bound] == [said.removeprefix("约").removesuffix("以上")]


@pytest.mark.parametrize(("said", "printed"), [("97 篇", "97篇"), ("近 100 篇", "近100篇"), ("90\u3000余篇", "90余篇")])
def test_a_blank_before_the_measure_word_is_left_out(unit: Unit, said: str, printed: str) -> None:
    (bound,) = adopted(unit, f"在本地网站媒体发表宣传新闻{said}。").bound
    assert bound.printed == printed


@pytest.mark.parametrize(
    "ending",
    [
        "\n\n青禾县教育局\n\n2024年12月28日\n",
        "\n　　　　青禾县教育局　　2024年12月28日",
        "\n中共青禾县委教育工作委员会\n二〇二四年十二月二十八日",
        "\n述职人：王某某\n2024 年 12 月 28 日",
        "\n（2024年12月28日）",
    ],
)
def test_who_issued_it_and_when_is_left_out_and_said(unit: Unit, ending: str) -> None:
    adoption = adopted(unit, f"在本地网站媒体发表宣传新闻97篇。{ending}")
    assert adoption.text == "在本地网站媒体发表宣传新闻{{publicity.local}}。\n"
    assert adoption.ending == " ".join(ending.split()) and adoption.dates == ()


def test_a_last_sentence_with_a_day_stays(unit: Unit) -> None:
    adoption = adopted(unit, "在本地网站媒体发表宣传新闻97篇。\n\n表彰会召开于2024年12月28日")
    assert adoption.ending == "" and "表彰会召开于" in adoption.text


def test_so_many_times_and_a_half(unit: Unit) -> None:
    post("rec-10", fact("publicity.posts", 16, day=date(2023, 4, 1)))
    (_count, change) = adopted(unit, "微信推送40条，比上年增长一倍半。").bound
    assert (change.token, change.printed) == ("{{change publicity.posts|more half/more}}", "增长一倍半")


def test_what_the_ledger_contradicts_stays_as_typed_and_is_listed(unit: Unit) -> None:
    adoption = adopted(unit, "在本地网站媒体发表宣传新闻98篇。\n\n另有经费12万元。")
    assert adoption.bound == ()
    assert [(one.number, one.line, one.said) for one in adoption.unbound] == [(1, 1, "98篇"), (2, 3, "12万元")]
    assert adoption.unbound[0].choices[0].target == "publicity.local"


def test_a_person_makes_a_figure_of_it(unit: Unit) -> None:
    adoption = adopted(unit, "在本地网站媒体发表宣传新闻98篇。", chosen={1: "publicity.local"})
    (bound,) = adoption.bound
    assert (bound.token, bound.said, bound.printed, bound.accepted) == ("{{publicity.local}}", "98篇", "97篇", True)


@pytest.mark.parametrize(("target", "refusal"), [("no.such", UnknownTarget), ("reviews.satisfaction", WrongSort)])
def test_what_cannot_be_meant_is_refused(unit: Unit, target: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        adopted(unit, "在本地网站媒体发表宣传新闻98篇。", chosen={1: target})


def test_a_change_is_bound_with_its_word(unit: Unit) -> None:
    adoption = adopted(unit, "在本地网站媒体发表宣传新闻97篇，比上年增长21.3%，比2023年多17篇。")
    assert "比上年{{change publicity.local|percent}}" in adoption.text
    assert "比{{year@-1}}年{{change publicity.local|count 多}}" in adoption.text
    moved = {one.bound.said: one.printed for one in follow(adoption, NOW)}
    assert moved["21.3%"] == "下降38.1%"


@pytest.mark.parametrize(
    ("said", "token", "next_year"),
    [
        ("同比增幅达21.3%", "同比增幅达{{change publicity.local|percent up}}", ""),
        ("同比增幅21.3%", "同比{{change publicity.local|percent 增幅}}", "降幅38.1%"),
        ("较上年净增17篇", "较上年{{change publicity.local|count 净增}}", "净减37篇"),
        ("同比增长超过两成", "同比{{change publicity.local|percent over 超过 tenths/percent}}", "下降超过三成"),
        ("同比增长二成", "同比{{change publicity.local|percent tenths chinese}}", "下降四成"),
        ("同比增长五分之一以上", "同比{{change publicity.local|percent floor part}}以上", "下降三分之一"),
        ("同比增长约21%", "同比增长约{{change publicity.local|percent up about/percent up}}", ""),
        ("同比增长近22%", "同比{{change publicity.local|percent near/percent}}", "下降近39%"),
    ],
)
def test_a_change_in_other_words_is_bound(unit: Unit, said: str, token: str, next_year: str) -> None:
    adoption = adopted(unit, f"在本地网站媒体发表宣传新闻97篇，{said}。")
    assert adoption.text == f"在本地网站媒体发表宣传新闻{{{{publicity.local}}}}，{token}。\n"
    assert [one.printed for one in follow(adoption, NOW)][1] == next_year


def test_what_doubled_last_year_is_told_in_percent_where_it_does_not_again(unit: Unit) -> None:
    post("rec-first", fact("publicity.posts", 20, day=date(2023, 4, 1)))
    post("rec-now", fact("publicity.posts", 50, day=date(2025, 4, 1)))
    adoption = adopted(unit, "微信推送40条，比上年翻了一番。")
    assert adoption.text == "微信推送{{publicity.posts}}，比上年{{change publicity.posts|doubled 了/percent}}。\n"
    assert [one.printed for one in follow(adoption, NOW)] == ["50条", "增长25%"]


def test_a_change_against_the_month_before_moves_with_the_text(unit: Unit) -> None:
    post("rec-april", fact("publicity.articles", 45, unit="school-1", day=date(2024, 4, 2), category="local_media"))
    adoption = adopted(unit, "5月在本地网站媒体发表宣传新闻90篇，环比增长100%。")
    assert "环比{{change publicity.local@05|percent 环比}}" in adoption.text
    for day, quantity in (("2025-04-02", 30),):
        post("rec-now", fact("publicity.articles", quantity, unit="school-1", day=date.fromisoformat(day),
                             category="local_media"))  # fmt: skip
    assert [one.printed for one in follow(adoption, NOW)] == ["60篇", "增长100%"]


def test_a_change_against_a_year_that_does_not_move_stays_against_it(unit: Unit) -> None:
    post("rec-old", fact("publicity.articles", 50, day=date(2021, 5, 2), category="local_media"))
    adoption = adopted(unit, "在本地网站媒体发表宣传新闻97篇，比2021年增加47篇。")
    assert "比2021年{{change publicity.local|count 2021}}" in adoption.text
    assert [one.printed for one in follow(adoption, NOW)][1] == "增加10篇"


@pytest.mark.parametrize(
    ("said", "template"),
    [
        ("90—100篇", "{{publicity.local|floor bare}}—{{publicity.local|above}}"),
        ("九十—一百篇", "{{publicity.local|floor chinese bare}}—{{publicity.local|above chinese}}"),
    ],
)
def test_both_ends_of_a_range_are_bound(unit: Unit, said: str, template: str) -> None:
    adoption = adopted(unit, f"在本地网站媒体发表宣传新闻{said}。")
    assert adoption.text == f"在本地网站媒体发表宣传新闻{template}。\n"
    assert [one.printed for one in follow(adoption, NOW)] == (
        ["60", "70篇"] if said.startswith("9") else ["六十", "七十篇"]
    )


def test_a_table_stays_a_table_and_its_numbers_are_bound(unit: Unit) -> None:
    rows = "| 项目 | 数量（篇） |\n| --- | ---: |\n| 本地网站媒体宣传新闻 | 97 |\n| 会议新闻 | 5 |"
    adoption = adopted(unit, f"# 总结\n\n{rows}\n\n完。另投入3万元。")
    assert adoption.text.split("\n")[2:8] == [
        "| 项目 | 数量（篇） |", "| --- | --- |", "| 本地网站媒体宣传新闻 | {{publicity.local|bare}} |",
        "| 会议新闻 | 5 |", "", "完。另投入3万元。",
    ]  # fmt: skip
    assert [(one.line, one.said) for one in adoption.unbound] == [(6, "5"), (8, "3万元")]
    assert [one.printed for one in follow(adoption, NOW)] == ["60"]


@pytest.mark.parametrize(
    ("rows", "template"),
    [
        ("本地网站媒体宣传新闻\t97篇\n微信推送\t40条", ["|  |  |", "| --- | --- |",
         "| 本地网站媒体宣传新闻 | {{publicity.local}} |", "| 微信推送 | {{publicity.posts}} |"]),
        ("指标\t单位\t2024年\n本地网站媒体宣传新闻\t篇\t97", ["| 指标 | 单位 | {{year}}年 |", "| --- | --- | --- |",
         "| 本地网站媒体宣传新闻 | 篇 | {{publicity.local|bare}} |"]),
    ],
)  # fmt: skip
def test_rows_between_tabs_as_a_word_document_has_them_become_a_table(
    unit: Unit, rows: str, template: list[str]
) -> None:
    assert adopted(unit, f"总结情况如下。\n{rows}\n完毕。").text.split("\n")[2 : 2 + len(template)] == template


def test_a_month_and_a_school_move_with_the_text(unit: Unit) -> None:
    adoption = adopted(unit, "3月，在本地网站媒体发表宣传新闻7篇。去年在本地网站媒体发表宣传新闻80篇。")
    assert [bound.token for bound in adoption.bound] == ["{{publicity.local@03}}", "{{publicity.local@-1}}"]


def test_headings_numbering_and_years_are_kept(unit: Unit) -> None:
    text = (
        "云溪县教育局\n2024年宣传工作总结\n\n一、强化宣传\n\n（一）多发稿\n\n1. 在本地网站媒体发表宣传新闻97篇。\n"
        "- 依据《2024年宣传工作要点》。\n二、抓好学习。二〇二四年以来，认真学习。2025年再努力。"
    )
    assert adopted(unit, text).text.split("\n\n") == [
        "# 云溪县教育局{{year}}年宣传工作总结",
        "## 一、强化宣传",
        "### （一）多发稿",
        "1．在本地网站媒体发表宣传新闻{{publicity.local}}。",
        "\\- 依据《2024年宣传工作要点》。",
        "## 二、抓好学习。",
        "{{year|chinese}}年以来，认真学习。{{year@+1}}年再努力。\n",
    ]


def test_braces_of_the_source_are_no_tokens(unit: Unit) -> None:
    assert "{{year}}" not in adopted(unit, "{{year}}在本地网站媒体发表宣传新闻97篇。").text


def test_days_of_last_year_are_pointed_at(unit: Unit) -> None:
    adoption = adopted(unit, "# 总结\n\n2024年6月28日举办活动，在本地网站媒体发表宣传新闻97篇。")
    assert [(one.line, one.words) for one in adoption.dates] == [(3, "2024年6月28日")]


def test_what_changed_and_what_has_no_evidence_any_more(unit: Unit) -> None:
    followed = follow(adopted(unit, "在本地网站媒体发表宣传新闻97篇。微信推送40条。"), NOW)
    assert [one.bound.said for one in changed_most(followed)] == ["97篇"]
    assert [one.bound.said for one in without_evidence(followed)] == ["40条"]


@pytest.mark.parametrize(("text", "refusal"), [("  \n", NoText), ("一切顺利，没有数字。", NoFigures)])
def test_a_text_without_anything_to_bind_is_refused(unit: Unit, text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        adopted(unit, text)


FELL = ("up", "best", "first", "same")
"""What a fall from 97 to 60 contradicts; of a share, ``all`` is tested below."""


@pytest.mark.parametrize("row", words(), ids=lambda row: f"{row.sort}-{row.words[0]}")
def test_a_word_is_contradicted_by_a_value_and_its_look_alike_is_not(unit: Unit, row) -> None:
    figure = "本地网站媒体宣传新闻97篇"
    adoption = adopted(unit, f"{row.example.format(figure)}。\n\n{row.but.format(figure)}。")
    followed = follow(adoption, NOW)
    pointed = [(one.line, one.words) for one in contradicted(adoption.text, followed)]
    said = next(word for word in row.words if word in row.example)
    assert pointed == ([(1, said)] if row.sort in FELL else [])


def test_a_decline_that_became_a_rise_is_pointed_at(unit: Unit) -> None:
    post("rec-more", fact("publicity.articles", 50, day=date(2025, 6, 1), category="local_media"))
    adoption = adopted(unit, "会议新闻明显压减，本地网站媒体宣传新闻97篇。")
    (pointed,) = contradicted(adoption.text, follow(adoption, NOW))
    assert pointed.words == "压减" and "110" in pointed.why


def test_a_clause_that_compares_speaks_of_the_figure_before_it(unit: Unit) -> None:
    text = "微信推送40条，本地网站媒体宣传新闻97篇，比上年增加17篇，另有微信推送40条。"
    adoption = adopted(unit, text.replace("增加17篇", "增加近二十篇"))
    pointed = [one.why for one in contradicted(adoption.text, follow(adoption, NOW)) if one.words == "增加"]
    assert len(pointed) == 1 and "97" in pointed[0]


def test_a_word_that_the_figure_is_called_by_says_nothing_of_its_value(unit: Unit) -> None:
    post("rec-11", fact("incidents.answer_minutes", 600, day=date(2024, 5, 1), subject="incident-1"))
    adoption = adopted(unit, "舆情首次回应平均用时10小时，首次刊发本地网站媒体宣传新闻97篇。")
    assert [one.said for one in adoption.bound] == ["10小时", "97篇"]
    (pointed,) = contradicted(adoption.text, follow(adoption, NOW))
    assert pointed.words == "首次" and "97" in pointed.why


def test_what_is_said_once_only_is_pointed_at_without_a_figure_too(unit: Unit) -> None:
    adoption = adopted(unit, "首次覆盖全部乡镇。\n\n在本地网站媒体发表宣传新闻97篇，加强联系。")
    assert [(one.line, one.words) for one in contradicted(adoption.text, follow(adoption, NOW))] == [(1, "首次")]


@pytest.mark.parametrize(
    "ending", ["本文数字出处\n\n全文数字 1 处", "---\n\n共 1 个数字，其中手填 0 个。\n\n取自台账前 9 条"]
)
def test_the_list_of_figures_of_our_own_files_is_left_out(unit: Unit, ending: str) -> None:
    adoption = adopted(unit, f"在本地网站媒体发表宣传新闻97篇。\n\n{ending}\n")
    assert adoption.text == "在本地网站媒体发表宣传新闻{{publicity.local}}。\n"


def test_our_files_call_their_list_so() -> None:
    with translation.override("zh-hans"):
        assert str(labels()["list"]) == LIST
