"""Whether two records may tell of one thing: by unit, kind, occasion, partners and links. Nothing is refused for it."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from tests.records.cast import DAY, verified, visits
from youju.orgs.units import Unit
from youju.records.heads.attachments import Attachment
from youju.records.heads.occasions import Occasion
from youju.records.heads.record import Record
from youju.records.reading.repeats import evidence_elsewhere, same_day
from youju.records.verbs.record_verbs import record_void


def occasion(unit: Unit) -> Occasion:
    return Occasion.objects.create(code="qingming", sort="event", name="清明祭扫", unit=unit)


def pair_of(first: Record, second: Record) -> bool:
    return first.ref in same_day([second]).get(second.ref, [])


def test_the_same_unit_kind_and_day_with_nearly_the_same_title(cast: SimpleNamespace):
    first = visits(cast.bob, cast.hill, title="清明祭扫烈士墓")
    assert pair_of(first, visits(cast.bob, cast.hill, title="清明祭扫烈士陵园墓"))
    assert not pair_of(first, visits(cast.bob, cast.hill, title="校园消防演练"))
    assert not pair_of(first, visits(cast.bob, cast.hill, title="清明祭扫烈士墓", happened=DAY + timedelta(days=1)))


def test_another_sort_of_the_same_occasion(cast: SimpleNamespace):
    named: dict[str, Any] = {"title": "清明祭扫烈士墓", "occasion": occasion(cast.county)}
    first = visits(cast.bob, cast.hill, **named)
    assert pair_of(first, visits(cast.bob, cast.hill, sort="exam.first_tier", **named))
    assert not pair_of(first, visits(cast.bob, cast.hill, sort="exam.first_tier", title="清明祭扫烈士墓"))


def test_a_campaign_of_many_schools_is_nobodys_pair(cast: SimpleNamespace):
    named: dict[str, Any] = {"title": "清明祭扫烈士墓", "occasion": occasion(cast.county)}
    assert not pair_of(visits(cast.bob, cast.hill, **named), visits(cast.charlie, cast.lake, **named))


def test_the_county_telling_the_same_of_one_occasion_is(cast: SimpleNamespace):
    named: dict[str, Any] = {"title": "清明祭扫烈士墓", "occasion": occasion(cast.county)}
    first = visits(cast.alice, cast.county, **named)
    assert pair_of(first, visits(cast.bob, cast.hill, **named))


def test_a_partner_that_tells_the_same_is_whichever_names_the_other(cast: SimpleNamespace):
    first = visits(cast.bob, cast.hill, partners=[cast.lake])
    second = visits(cast.charlie, cast.lake)
    assert pair_of(first, second)
    assert pair_of(second, first)


def test_the_same_link_beside_two_records(cast: SimpleNamespace):
    first, second = visits(cast.bob, cast.hill), visits(cast.charlie, cast.lake, title="另一件")
    for record, link in ((first, "http://news.example/a/1"), (second, "https://news.example/a/1/")):
        Attachment.objects.create(record_ref=record.ref, link=link, name="报道", added_by=cast.bob)
    (twin,) = evidence_elsewhere([second])[second.ref]
    assert (twin.ref, twin.same) == (first.ref, True)


def test_what_was_voided_is_no_pair(cast: SimpleNamespace):
    first = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    record_void(record=first, actor=cast.alice, reason="重复")
    assert not pair_of(first, visits(cast.bob, cast.hill))
