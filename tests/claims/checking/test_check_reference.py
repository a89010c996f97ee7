"""The reference summary against the demo bureau, whose later year holds its sixty figures."""

import pytest

from tests.claims.checking import reference
from tests.demo_bureaus import YEAR

if reference.FOLDER.is_dir():
    pytestmark = pytest.mark.usefixtures("demo", "db")

    def _check(text: str):
        from youju.claims.check import check
        from youju.lib.periods import Period
        from youju.orgs.tree import home_unit, named_unit

        home = home_unit()
        aliases = {word: named_unit(unit, home) for word, unit in reference.ALIASES.items()}
        return check(text, unit=home, period=Period.year(YEAR), aliases=aliases)

    def _at(found, start: int, end: int):
        return [one for one in found if one.claim.start < end and start < one.claim.end]

    def test_nearly_all_figures_are_supported_by_their_indicator():
        """Collected only beside the shared folder, whose words must not be copied here."""
        found = _check(reference.summary())

        right = [
            one
            for one in reference.stated()
            if any((c.verdict, c.indicator) == ("supported", one.indicator) for c in _at(found, one.start, one.end))
        ]
        assert len(right) >= 56

    def test_each_supported_figure_opens_its_records():
        assert all(one.records for one in _check(reference.summary()) if one.verdict == "supported")

    def test_nothing_that_is_no_figure_is_contradicted():
        found = _check(reference.summary())
        counted = {one.claim.start for each in reference.stated() for one in _at(found, each.start, each.end)}

        wrong = [
            one
            for start, end in reference.no_figures()
            for one in _at(found, start, end)
            if one.verdict == "contradicted" and one.claim.start not in counted
        ]
        assert not wrong

    def test_no_falsified_figure_is_supported():
        text = reference.summary()
        for one in reference.stated():
            for written in (*reference.falsified(one), *reference.OUTSIDE.get(one.text, ())):
                moved = text[: one.start] + written + text[one.end :]
                supported = [
                    each for each in _at(_check(moved), one.start, one.start + len(written))
                    if each.verdict == "supported"
                ]  # fmt: skip
                assert not supported, (one.text, written)
