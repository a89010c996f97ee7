"""Sentences that come near a figure, with its very number: the same nouns, another act, object, part or stage.

near.txt has a line for each: the code of the figure it comes near, and the sentence.
"""

from pathlib import Path

import pytest

from tests.claims.checking.asking import checked
from tests.demo_bureaus import YEAR

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]

NEAR = [line.split("|") for line in Path(__file__).with_name("near.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("code", "sentence"), NEAR, ids=[sentence for _, sentence in NEAR])
def test_what_only_comes_near_is_not_supported(code: str, sentence: str):
    from youju.indicators.display import bare
    from youju.indicators.figures import figure
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    number = bare(figure(home_unit(), Period.year(YEAR), code).value)
    *_, one = checked(sentence.format(n=number))

    assert one.verdict != "supported"
