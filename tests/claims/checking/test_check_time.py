"""What is repeated without end in a text costs in proportion: nobody holds up everybody else's check."""

import pytest

from tests.demo_bureaus import YEAR
from tests.processor import processor_seconds

pytestmark = pytest.mark.usefixtures("demo", "db")


@pytest.mark.parametrize(
    "piece", ["省市级", "中央及省级", "（手填", "“", "《", "下一步：\n", "来电", "明年。", "{{手填 x}}"]
)
def test_ten_times_the_words_take_about_ten_times_as_long(piece: str):
    _seconds("走访农户12户。")  # what the first check in a process asks is kept
    short, long = _seconds(piece * 1000 + "走访农户12户。"), _seconds(piece * 10_000 + "走访农户12户。")
    assert long < 30 * short + 0.3


def _seconds(text: str) -> float:
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    return processor_seconds(lambda: check(text, unit=home_unit(), period=Period.year(YEAR), aliases={}))
