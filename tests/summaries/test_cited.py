"""A cited record prints nothing, and must be verified and of the unit's own."""

from types import SimpleNamespace

import pytest

from tests.records.cast import visits
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.records.heads.record import Record
from youju.records.verbs.record_verbs import record_submit, record_verify
from youju.summaries.binding.build import build
from youju.summaries.binding.markup import to_html, to_markdown
from youju.summaries.binding.summary import Summary

pytestmark = pytest.mark.django_db


def verified(cast: SimpleNamespace) -> Record:
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    return record


def citing(record: Record, unit: Unit) -> Summary:
    template = f"办了演讲比赛。{{{{记录 {record.ref}}}}}"
    return build(unit=unit, period=Period.year(2025), template=template, draft=True)


def test_it_prints_nothing(cast: SimpleNamespace) -> None:
    record = verified(cast)
    summary = citing(record, cast.county)
    assert (summary.cited, summary.problems) == ((record.ref,), ())
    assert to_markdown(summary).startswith("办了演讲比赛。\n")
    assert to_html(summary, str) == "<p>办了演讲比赛。</p>\n"


def test_a_record_that_is_not_verified_is_not_cited(cast: SimpleNamespace) -> None:
    summary = citing(visits(cast.bob, cast.hill), cast.county)
    assert summary.cited == () and len(summary.problems) == 1


def test_a_record_of_another_school_is_not_cited(cast: SimpleNamespace) -> None:
    assert citing(verified(cast), cast.lake).cited == ()
