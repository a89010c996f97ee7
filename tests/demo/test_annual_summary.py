"""The annual summary of the demo bureau: every figure bound, in both years."""

import re

import pytest

from tests.demo.reference import reference_rows
from youju.claims.reading.extract import extract
from youju.demo.build import Built
from youju.indicators.catalogue import find_indicator
from youju.indicators.internal import is_internal
from youju.lib.periods import Period
from youju.orgs.tree import home_unit
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import NothingReported
from youju.summaries.binding.markup import blocks, to_html, to_markdown
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.genres import get_genre
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.html import to_page


@pytest.fixture(scope="module")
def annual(demo: Built) -> Summary:
    return build(unit=home_unit(), period=Period.year(demo.year), template=get_genre("annual").text)


def test_it_tells_every_figure_of_the_reference_but_those_for_use_inside(annual: Summary) -> None:
    told = {figure.indicator.code for figure in annual.figures}
    inside = {row.indicator for row in reference_rows() if is_internal(find_indicator(row.indicator))}
    assert {row.indicator for row in reference_rows()} - inside <= told
    assert inside and not inside & told


def test_a_satisfaction_is_told_with_its_answers_its_rate_of_return_and_its_method(annual: Summary) -> None:
    told = next(block.text for block in blocks(annual) if "满意度98.71%" in block.text)
    assert re.search(r"98\.71%（满意度测评答卷775份，测评表回收率9\d\.\d\d%，不记名扫码、纸质测评）", told)


def test_it_holds_no_figure_typed_by_hand(annual: Summary) -> None:
    assert annual.by_hand == ()


def test_every_claim_in_it_is_a_bound_figure(annual: Summary) -> None:
    text = "\n".join(block.text for block in blocks(annual))
    assert len(extract(text)) >= len(annual.figures)
    bound = "\n".join("".join(span.text for span in block.spans if span.figure is None) for block in blocks(annual))
    assert extract(bound) == []


def test_rounded_figures_are_printed_as_the_office_writes_them(annual: Summary) -> None:
    text = to_markdown(annual)
    for words in ("近百篇", "近千人", "30多支", "四本", "两批", "第一名", "99%", "100%"):
        assert words in text, words


def test_each_figure_on_the_page_is_a_link(annual: Summary) -> None:
    page = to_html(annual, lambda figure: f"/figure/{figure.indicator.code}/")
    assert page.count('<a class="figure" href="/figure/') == len(annual.figures)


def test_the_cover_note_names_size_and_root(annual: Summary) -> None:
    page = to_page(annual, Heads(), lambda figure: "/")
    assert str(annual.size) in page
    assert annual.root.hex() in page


def test_the_earlier_year_can_be_told_by_the_same_template(demo: Built) -> None:
    earlier = build(unit=home_unit(), period=Period.year(demo.year - 1), template=get_genre("annual").text)
    assert len(earlier.figures) >= 55


def test_a_year_without_records_is_refused(demo: Built) -> None:
    with pytest.raises(NothingReported):
        build(unit=home_unit(), period=Period.year(demo.year - 40), template=get_genre("annual").text)
