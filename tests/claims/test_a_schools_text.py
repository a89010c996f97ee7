"""A school checks its own text: nothing that it is told hangs on what another unit has."""

from types import SimpleNamespace

import pytest

from tests.records.cast import make_cast, people, session, verified, visits
from youju.claims.check import check
from youju.claims.context.places import BeyondUnit
from youju.claims.judging.verdict import Verdict
from youju.claims.targets import targets
from youju.claims.telling.checked import Checked
from youju.lib.periods import Period
from youju.orgs.units import Unit

YEAR = Period.year(2025)
# Guesses at the other school's 23, the county's 40, and what only the other school has anything of.
GUESSES = """今年高考考生17人。明湖小学高考考生23人。全县高考考生40人。云溪县教育局高考考生40人。各校高考考生共40人。
今年高考考生23人，比上年增加23人。全县本科达线40人。明湖小学本科达线31人。今年本科达线31人，本一达线9人。高考考生40人，其中明湖小学23人。
全县2所学校有高考考生。平均每校高考考生20人。三月高考考生23人。"""


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    cast = make_cast()
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    return cast


def _told(cast: SimpleNamespace, text: str = GUESSES, unit: Unit | None = None) -> list[dict[str, object]]:
    """All that is said of a text, but for how long the ledger is."""
    return [_words(one) for one in _checked(text, unit or cast.hill)]


def _checked(text: str, unit: Unit) -> list[Checked]:
    return check(text, unit=unit, period=YEAR, aliases={})


def _words(one: Checked) -> dict[str, object]:
    return {name: said for name, said in one.as_json().items() if name != "ledger_size"}


def test_its_own_figures_are_supported_and_contradicted(cast: SimpleNamespace):
    right, wrong = _checked("今年高考考生17人。", cast.hill)[0], _checked("今年高考考生19人。", cast.hill)[0]
    assert (right.verdict, right.value) == (Verdict.SUPPORTED, 17)
    assert wrong.verdict is Verdict.CONTRADICTED


def test_nothing_it_is_told_changes_with_what_others_have(cast: SimpleNamespace):
    before, able = _told(cast), {one.indicator.code for one in targets(cast.hill, YEAR)}
    verified(visits(cast.charlie, cast.lake, 23), cast.charlie, cast.alice)
    verified(visits(cast.charlie, cast.lake, 9, sort="exam.first_tier"), cast.charlie, cast.alice)
    verified(session(cast.charlie, cast.lake, people(cast.lake, "甲", "乙"), []), cast.charlie, cast.alice)
    visits(cast.charlie, cast.lake, 5)
    assert _told(cast) == before
    assert {one.indicator.code for one in targets(cast.hill, YEAR)} == able
    assert _told(cast, unit=cast.county) != before


def test_a_name_given_with_the_text_opens_no_other_school(cast: SimpleNamespace):
    verified(visits(cast.charlie, cast.lake, 23), cast.charlie, cast.alice)
    with pytest.raises(BeyondUnit, match="邻校"):
        check("邻校高考考生23人。", unit=cast.hill, period=YEAR, aliases={"邻校": cast.lake})


def test_a_name_given_with_the_bureaus_text_may_stand_for_a_school(cast: SimpleNamespace):
    verified(visits(cast.charlie, cast.lake, 23), cast.charlie, cast.alice)
    (one,) = check("山上的学校高考考生17人。", unit=cast.county, period=YEAR, aliases={"山上的学校": cast.hill})
    assert (one.verdict, one.figure and one.figure.unit) == (Verdict.SUPPORTED, "hill")


def test_a_name_given_with_a_schools_text_may_stand_for_itself_and_its_county(cast: SimpleNamespace):
    names = {"我们学校": cast.hill, "望川县": cast.county}
    assert check("我们学校高考考生17人。", unit=cast.hill, period=YEAR, aliases=names)[0].verdict is Verdict.SUPPORTED
