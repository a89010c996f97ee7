"""Series of regular meetings: the bureau adds its own, each meeting counts under one, and none in use is deleted."""

from types import SimpleNamespace

import pytest

from tests.records.cast import DAY
from youju.ledger.reading import live_facts
from youju.orgs.actors import CONSOLE
from youju.records.inquiries.regular_meeting.forms import RegularMeetingForm
from youju.records.inquiries.regular_meeting.models import RegularMeeting
from youju.records.inquiries.regular_meeting.sample import sample
from youju.records.inquiries.series.models import Series
from youju.records.kinds import all_measures, get_record_kind
from youju.records.reading.drift import drifted
from youju.records.registers.all_registers import get_register
from youju.records.registers.register_verbs import (
    RowUsed,
    register_add,
    register_change,
    register_delete,
    registers_begin,
)
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

SAFETY = {"name": "校园安全例会", "rhythm": "month", "takes_part": "", "other_names": "", "since": None}


@pytest.fixture
def safety(cast: SimpleNamespace) -> Series:
    registers_begin(actor=CONSOLE)
    row = register_add(register=get_register("series"), values=SAFETY, actor=cast.alice, code="safety")
    assert isinstance(row, Series)
    return row


def held(cast: SimpleNamespace, series: Series) -> RegularMeeting:
    given = {"series": series, "late_reason": "补录", "agenda": [{"about": "消防", "outcome": ""}]}
    values = sample(cast.hill, DAY) | given
    record = record_add(kind=get_record_kind("regularmeeting"), values=values, actor=cast.bob)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    assert isinstance(record, RegularMeeting)
    return record


def test_a_series_of_the_bureaus_own_is_a_category_of_its_own(cast: SimpleNamespace, safety: Series):
    assert all_measures()["meetings.held"].categories["safety"].zh == "校园安全例会"
    held(cast, safety)
    held(cast, Series.objects.get(code="online_work"))
    facts = live_facts().filter(measure="meetings.held").values_list("category", "quantity")
    assert sorted(facts) == [("online_work", 1), ("safety", 1)]


def test_those_of_the_product_go_on_under_their_categories_whatever_they_are_called(safety: Series):
    row = Series.objects.get(code="online_work")
    register_change(register=get_register("series"), row=row, values={"name": "网络回应例会"}, actor=CONSOLE)
    categories = all_measures()["meetings.held"].categories
    assert categories["online_work"].zh == "网评员会议" and list(categories).count("online_work") == 1


def test_it_is_chosen_by_its_name_and_what_is_none_is_refused(cast: SimpleNamespace, safety: Series):
    form = RegularMeetingForm(actor=cast.bob, initial={"unit": cast.hill.pk})
    assert "校园安全例会" in form.fields["series"].names()  # type: ignore[attr-defined]  # a register's field
    wrong = RegularMeetingForm({"series": "没有的例会"}, actor=cast.bob)
    assert "series" in wrong.errors


def test_one_in_use_is_not_deleted_and_another_put_in_its_place_is_found(cast: SimpleNamespace, safety: Series):
    meeting = held(cast, safety)
    with pytest.raises(RowUsed):
        register_delete(register=get_register("series"), row=safety, actor=CONSOLE)
    assert list(drifted()) == []
    RegularMeeting.objects.filter(pk=meeting.pk).update(series=Series.objects.get(code="contacts"))
    assert len(list(drifted())) == 1
