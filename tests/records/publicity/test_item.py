"""Publicity items: what their outlet makes of them, and that one link counts once."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, make_cast
from youju.errors import NotAllowed
from youju.orgs.actors import CONSOLE
from youju.orgs.units import Unit
from youju.records.heads.record import VERIFIED, Record
from youju.records.kinds import get_record_kind
from youju.records.publicity.item.errors import LinkReported
from youju.records.publicity.item.forms import PublicityItemForm
from youju.records.publicity.item.models import PublicityItem
from youju.records.publicity.item.sample import sample
from youju.records.publicity.outlet.models import Outlet
from youju.records.publicity.outlet.register import REGISTER
from youju.records.reading.drift import drifted
from youju.records.registers.register_verbs import register_add, register_change, register_retire
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify, record_void


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def outlet(name: str, sort: str, level: str, *, official: bool = False) -> Outlet:
    row = register_add(
        register=REGISTER, values={"name": name, "sort": sort, "level": level, "official": official}, actor=CONSOLE
    )
    assert isinstance(row, Outlet)
    return row


def item(cast: SimpleNamespace, unit: Unit, **values: Any) -> PublicityItem:
    author = cast.bob if unit == cast.hill else cast.charlie
    given = sample(unit, DAY) | {"late_reason": "补录"} | values
    record = record_add(kind=get_record_kind("item"), values=given, actor=author)
    assert isinstance(record, PublicityItem)
    return record


def counted(record: Record) -> set[tuple[str, str, str]]:
    return {(fact.measure, fact.category, fact.level) for fact in record.facts(VERIFIED)}


@pytest.mark.parametrize(
    ("sort", "level", "official", "counts"),
    [
        ("press", "county", False, ("publicity.articles", "local_media", "county")),
        ("press", "nation", False, ("publicity.articles", "upper_media", "nation")),
        ("wechat", "city", False, ("publicity.articles", "upper_media", "city")),
        ("website", "county", True, ("publicity.articles", "local_media", "county")),
        ("wechat", "school", True, ("publicity.posts", "", "")),
        ("video", "county", True, ("publicity.posts", "", "")),
    ],
)
def test_the_outlet_says_what_an_item_counts(
    cast: SimpleNamespace, sort: str, level: str, official: bool, counts: tuple[str, str, str]
):
    record = item(cast, cast.hill, outlet=outlet("某媒体", sort, level, official=official))
    assert counted(record) == {("publicity.items", sort, level), counts}


def test_what_is_verified_keeps_the_level_it_was_counted_by(cast: SimpleNamespace):
    paper = outlet("云溪日报", "press", "county")
    record = item(cast, cast.hill, outlet=paper)
    record_submit(record=record, actor=cast.bob)
    record_verify(record=record, actor=cast.alice)
    register_change(register=REGISTER, row=paper, values={"name": "云溪晚报", "level": "city"}, actor=cast.alice)
    assert list(drifted()) == []
    assert ("publicity.articles", "local_media", "county") in counted(PublicityItem.objects.get())


def test_one_link_in_one_outlet_is_handed_in_once(cast: SimpleNamespace):
    first, second = item(cast, cast.hill), item(cast, cast.lake)
    record_submit(record=first, actor=cast.bob)
    with pytest.raises(LinkReported):
        record_submit(record=second, actor=cast.charlie)
    record_verify(record=first, actor=cast.alice)
    record_void(record=first, actor=cast.alice, reason="标题有误")
    record_submit(record=second, actor=cast.charlie)


def test_the_same_link_in_another_outlet_counts_again(cast: SimpleNamespace):
    first, second = item(cast, cast.hill), item(cast, cast.lake, outlet=outlet("某网", "website", "city"))
    record_submit(record=first, actor=cast.bob)
    record_submit(record=second, actor=cast.charlie)
    for record, school in ((first, cast.bob), (second, cast.charlie)):
        record_verify(record=record, actor=cast.alice)
        assert (record.state, record.author) == ("verified", school)


def _typed(cast: SimpleNamespace, **values: Any) -> PublicityItemForm:
    data = {"unit": cast.hill.pk, "title": "甲", "happened": DAY, "form": "news", "link": "", "outlet": "望川日报"}
    return PublicityItemForm(data | values, actor=cast.bob)


def test_the_form_says_that_a_link_was_reported(cast: SimpleNamespace):
    record_submit(record=item(cast, cast.lake), actor=cast.charlie)
    form = _typed(cast, link="看看这篇 http://www.daily.example.com/2025/0310/a3/?utm_source=wx#top")
    assert "明湖小学" in str(form.errors["link"])


def test_an_outlet_is_typed_by_any_of_its_names_and_offered_by_the_day(cast: SimpleNamespace):
    row = outlet("望川日报", "press", "city")
    register_change(register=REGISTER, row=row, values={"other_names": "市日报"}, actor=cast.alice)
    assert _typed(cast, outlet="市日报").is_valid()
    assert _typed(cast, outlet="望川日").errors.keys() == {"outlet"}
    register_retire(register=REGISTER, row=row, until=DAY.replace(day=1), actor=cast.alice)
    assert _typed(cast, outlet="望川日报").errors.keys() == {"outlet"}
    assert '<option value="望川日报"' not in str(_typed(cast)["outlet"])


def test_a_member_of_another_school_writes_none_for_this_one(cast: SimpleNamespace):
    record_submit(record=item(cast, cast.hill), actor=cast.bob)
    with pytest.raises(NotAllowed):
        register_change(register=REGISTER, row=Outlet.objects.get(), values={"level": "nation"}, actor=cast.charlie)
    assert not PublicityItemForm({"unit": cast.hill.pk}, actor=cast.charlie).is_valid()
