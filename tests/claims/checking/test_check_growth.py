"""Growth and decline, held against the ledger's two periods."""

import pytest

from tests.demo_bureaus import YEAR

pytestmark = pytest.mark.usefixtures("demo", "db")


@pytest.fixture
def posts() -> tuple[int, int]:
    """What was posted in the year before and in the year."""
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    before, now = (figure(home_unit(), Period.year(year), "publicity.posts").value for year in (YEAR - 1, YEAR))
    assert isinstance(before, int) and isinstance(now, int) and before != now
    return before, now


def checked(text: str):
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    return check(text, unit=home_unit(), period=Period.year(YEAR), aliases={})[-1]


def way(before: int, now: int, up: str = "增长", down: str = "下降") -> str:
    return up if now > before else down


def test_a_right_share_is_supported_by_the_records_of_both_years(posts):
    before, now = posts
    share = round(100 * abs(now - before) / before, 1)

    one = checked(f"公众号推文同比{way(*posts)}{share}%。")

    assert (one.verdict, one.indicator) == ("supported", "publicity.posts")
    assert str(before) in one.reason and str(now) in one.reason
    assert len(one.records) > len(checked(f"公众号推文{now}条。").records)


def test_a_wrong_share_is_contradicted_and_says_the_sum(posts):
    before, now = posts

    one = checked(f"公众号推文同比{way(*posts)}{abs(now - before) * 100 // before + 7}%。")

    assert one.verdict == "contradicted"
    assert str(before) in one.reason and str(now) in one.reason


def test_growth_that_was_a_decline_is_contradicted(posts):
    share = round(100 * abs(posts[1] - posts[0]) / posts[0], 1)

    assert checked(f"公众号推文同比{way(posts[1], posts[0])}{share}%。").verdict == "contradicted"


def test_a_clause_that_only_tells_the_growth_speaks_of_the_figure_before_it(posts):
    before, now = posts

    one = checked(f"公众号推送{now}条，较上年{way(before, now, '增加', '减少')}{abs(now - before)}条。")

    assert (one.verdict, one.indicator) == ("supported", "publicity.posts")


def test_times_the_year_before_is_a_quotient(posts):
    before, now = posts

    assert checked(f"公众号推文是上年的{round(now / before, 2)}倍。").verdict == "supported"
    assert checked(f"公众号推文是上年的{round(now / before + 0.5, 2)}倍。").verdict == "contradicted"


def test_points_are_the_difference_of_two_shares():
    from decimal import Decimal

    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    before, now = (
        figure(home_unit(), Period.year(year), "inquiries.online.answer_rate").value for year in (YEAR - 1, YEAR)
    )
    assert isinstance(before, Decimal) and isinstance(now, Decimal)
    more = way(int(before * 100), int(now * 100), "提高", "降低")

    assert checked(f"网络咨询回复率{more}{abs(now - before)}个百分点。").verdict == "supported"
    assert checked(f"网络咨询回复率{more}{abs(now - before) + 1}个百分点。").verdict == "contradicted"


def test_without_a_figure_of_the_year_before_nothing_is_said():
    one = checked("公众号推文比2019年增长10%。")

    assert (one.verdict, one.indicator) == ("unsupported", "publicity.posts")
    assert "2019" in one.reason


def test_growth_of_what_nobody_records_is_unsupported():
    one = checked("食堂采购的蔬菜同比增长12%。")

    assert (one.verdict, one.indicator) == ("unsupported", "")


def test_what_rose_to_a_number_is_that_number(posts):
    before, now = posts

    one = checked(f"公众号推文由去年的{before}条{way(before, now, '增加', '减少')}到{now}条。")

    assert (one.verdict, one.cell) == ("supported", "")
