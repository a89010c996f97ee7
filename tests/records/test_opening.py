"""Opening figures: what was there before the ledger began, confirmed by somebody else, never counted twice."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, member, verified, visits
from youju.indicators.figures import figure
from youju.ledger.reading import facts_of
from youju.lib.periods import Period
from youju.orgs.members import Role
from youju.orgs.setting_verbs import setting_change
from youju.orgs.units import Unit
from youju.records.errors import OwnRecord
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.opening.errors import AfterTheStart, CountedInOpening, OpeningCountsTwice
from youju.records.opening.forms import OpeningForm
from youju.records.opening.posted import opening_posts
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify, record_void

LAST_YEAR = Period.year(2024)


@pytest.fixture
def adam(cast: SimpleNamespace) -> Any:
    """A second officer of the bureau."""
    return member("adam", cast.county, Role.OFFICER)


def opening(actor: Any, unit: Unit, quantity: int = 170, **values: Any) -> Record:
    """A draft opening figure: the households of 2024."""
    given = {
        "unit": unit,
        "title": "2024年走访农户",
        "happened": date(2024, 12, 31),
        "counted_from": date(2024, 1, 1),
        "sort": "exam.candidates",
        "quantity": quantity,
        "document": "2024年工作总结",
    }
    return record_add(kind=get_record_kind("opening"), values=given | values, actor=actor)


def held(actor: Any, unit: Unit, title: str = "市文明校园", **values: Any) -> Record:
    """A title in force, by its name."""
    given = {"sort": "accreditation.held", "category": "civilised_campus", "level": "city", "counted_from": None}
    return opening(actor, unit, 1, title=title, **given | values)


def test_it_posts_a_measure_of_another_kind_on_its_day(cast: SimpleNamespace, adam: Any) -> None:
    record = opening(cast.alice, cast.county, 12, sort="study.sessions", category="center_group")
    record_submit(record=record, actor=cast.alice)
    entry = record_verify(record=record, actor=adam)
    (fact,) = facts_of(entry.seq)
    assert (fact.measure, fact.category, fact.quantity, fact.day) == (
        "study.sessions", "center_group", 12, date(2024, 12, 31),
    )  # fmt: skip
    assert figure(cast.county, LAST_YEAR, "study.center_group.sessions").value == 12
    assert opening_posts() == {"study.sessions": frozenset({entry.seq})}


def test_it_is_not_late_and_bears_its_mark(cast: SimpleNamespace) -> None:
    record = opening(cast.alice, cast.county)
    record_submit(record=record, actor=cast.alice)
    record.refresh_from_db()
    assert (record.late, record.opening) == (False, True)


def test_whoever_wrote_it_does_not_confirm_it(cast: SimpleNamespace) -> None:
    record = opening(cast.alice, cast.county)
    record_submit(record=record, actor=cast.alice)
    with pytest.raises(OwnRecord):
        record_verify(record=record, actor=cast.alice)


def test_a_record_of_its_time_is_refused_beside_it(cast: SimpleNamespace, adam: Any) -> None:
    verified(opening(cast.alice, cast.county), cast.alice, adam)
    with pytest.raises(CountedInOpening):
        record_submit(record=visits(cast.bob, cast.hill, happened=date(2024, 5, 6)), actor=cast.bob)
    verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)  # of the year after
    assert figure(cast.county, LAST_YEAR, "exam.candidates").value == 170


def test_a_record_handed_in_before_it_is_refused_when_it_is_verified(cast: SimpleNamespace, adam: Any) -> None:
    waiting = visits(cast.bob, cast.hill, happened=date(2024, 5, 6))
    record_submit(record=waiting, actor=cast.bob)
    verified(opening(cast.alice, cast.county), cast.alice, adam)
    with pytest.raises(CountedInOpening):
        record_verify(record=waiting, actor=cast.alice)


def test_it_is_refused_beside_records_of_its_time(cast: SimpleNamespace, adam: Any) -> None:
    record = verified(visits(cast.bob, cast.hill, happened=date(2024, 5, 6)), cast.bob, cast.alice)
    with pytest.raises(OpeningCountsTwice):
        verified(opening(cast.alice, cast.county), cast.alice, adam)
    record_void(record=record, actor=cast.alice, reason="已计入上年合计")
    verified(opening(cast.alice, cast.county, title="2024年走访农户（合计）"), cast.alice, adam)


def test_another_school_and_another_category_are_not_covered(cast: SimpleNamespace, adam: Any) -> None:
    standing = [
        verified(opening(cast.alice, cast.hill), cast.alice, adam),
        verified(visits(cast.charlie, cast.lake, 5, happened=date(2024, 5, 6)), cast.charlie, cast.alice),
        verified(held(cast.alice, cast.hill), cast.alice, adam),
        verified(held(cast.alice, cast.hill, title="省文明校园", level="province"), cast.alice, adam),
    ]
    assert {record.state for record in standing} == {"verified"}


def test_two_totals_of_one_above_the_other_are_refused(cast: SimpleNamespace, adam: Any) -> None:
    verified(opening(cast.alice, cast.hill, 3), cast.alice, adam)
    with pytest.raises(OpeningCountsTwice):
        verified(opening(cast.alice, cast.county), cast.alice, adam)
    verified(opening(cast.alice, cast.lake, 4), cast.alice, adam)


def test_a_whole_is_not_counted_again_beside_its_part(cast: SimpleNamespace, adam: Any) -> None:
    part = opening(cast.alice, cast.county, 40, title="2024年信息录用", sort="information.adopted", whole=90)
    verified(part, cast.alice, adam)
    with pytest.raises(OpeningCountsTwice):
        verified(opening(cast.alice, cast.county, 90, sort="information.submitted"), cast.alice, adam)


def test_totals_of_two_years_stand_beside_each_other(cast: SimpleNamespace, adam: Any) -> None:
    verified(opening(cast.alice, cast.county), cast.alice, adam)
    earlier = {"happened": date(2023, 12, 31), "counted_from": date(2023, 1, 1)}
    verified(opening(cast.alice, cast.county, 150, title="2023年走访农户", **earlier), cast.alice, adam)
    assert figure(cast.county, Period.year(2023), "exam.candidates").value == 150


def test_what_is_in_force_by_name_is_told_once(cast: SimpleNamespace, adam: Any) -> None:
    rule = {"sort": "mechanisms.in_force", "category": "", "level": ""}
    verified(held(cast.alice, cast.county, "网络值班制度", **rule), cast.alice, adam)
    verified(held(cast.alice, cast.county, "首问负责制度", **rule), cast.alice, adam)
    with pytest.raises(OpeningCountsTwice):
        verified(held(cast.alice, cast.county, " 网络值班制度", **rule), cast.alice, adam)
    assert figure(cast.county, Period.year(2025), "mechanisms.in_force").value == 2


def test_a_title_won_later_counts_beside_those_in_force(cast: SimpleNamespace, adam: Any) -> None:
    verified(held(cast.alice, cast.hill), cast.alice, adam)
    values = {"unit": cast.lake, "title": "创建成市文明校园", "happened": DAY, "late_reason": "补录"}
    values |= {"sort": "civilised_campus", "level": "city", "name": ""}
    later = record_add(kind=get_record_kind("holding"), values=values, actor=cast.charlie)
    verified(later, cast.charlie, cast.alice)
    assert len(opening_posts()["accreditation.held"]) == 1


def test_a_corrected_opening_does_not_stand_in_its_own_way(cast: SimpleNamespace, adam: Any) -> None:
    record = verified(opening(cast.alice, cast.county), cast.alice, adam)
    data = {
        "unit": [str(cast.county.pk)], "title": ["2024年走访农户"], "sort": ["exam.candidates"], "value": ["171"],
        "happened": ["2024-12-31"], "counted_from": ["2024-01-01"], "document": ["2024年工作总结"],
    }  # fmt: skip
    asked = correction_ask(record=record, data=data, actor=cast.alice, version=record.version, reason="总结写171户")
    correction_accept(correction=asked, record=record, actor=adam)
    assert figure(cast.county, LAST_YEAR, "exam.candidates").value == 171


def test_a_percentage_never_stands_in_the_way(cast: SimpleNamespace, adam: Any) -> None:
    stated = {"sort": "surveys.stated", "category": "ethics", "counted_from": None}
    first = verified(opening(cast.alice, cast.county, 9871, **stated), cast.alice, adam)
    second = verified(opening(cast.alice, cast.county, 9900, title="复查满意度", **stated), cast.alice, adam)
    assert (first.state, second.state) == ("verified", "verified")


def test_after_the_start_it_is_no_opening_figure(cast: SimpleNamespace) -> None:
    setting_change(name="live_since", text="2024-12-01", actor=cast.eve, verb="bureau_go_live")
    with pytest.raises(AfterTheStart):
        record_submit(record=opening(cast.alice, cast.county), actor=cast.alice)


def typed(cast: SimpleNamespace, **values: str) -> OpeningForm:
    given = {
        "unit": str(cast.county.pk), "title": "2024年走访农户", "sort": "exam.candidates", "value": "170",
        "happened": "2024-12-31", "counted_from": "2024-01-01", "document": "2024年工作总结",
    }  # fmt: skip
    return OpeningForm(given | values, actor=cast.alice)


def test_its_form_wants_the_document_and_where_a_total_begins(cast: SimpleNamespace) -> None:
    assert typed(cast).is_valid(), typed(cast).errors
    assert set(typed(cast, document="", counted_from="").errors) == {"document", "counted_from"}
    assert set(typed(cast, counted_from="2025-01-01").errors) == {"counted_from"}
    setting_change(name="live_since", text="2024-12-01", actor=cast.eve, verb="bureau_go_live")
    assert set(typed(cast).errors) == {"happened"}


def test_what_is_in_force_is_not_asked_where_it_begins(cast: SimpleNamespace) -> None:
    form = typed(cast, sort="mechanisms.in_force", value="1", counted_from="2024-01-01")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["counted_from"] is None


def test_a_new_form_begins_with_the_last_day_before_the_bureau_began(cast: SimpleNamespace):
    setting_change(name="live_since", text="2025-03-01", actor=cast.eve, verb="bureau_go_live")
    form = OpeningForm(actor=cast.alice)
    assert form["happened"].value() == date(2025, 2, 28)
