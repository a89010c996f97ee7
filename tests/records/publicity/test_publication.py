"""Publications: each one of its sort, and only books among the books."""

from types import SimpleNamespace

import pytest

from tests.records.cast import DAY, make_cast
from youju.records.heads.record import VERIFIED
from youju.records.kinds import get_record_kind
from youju.records.publicity.publication.forms import PublicationForm
from youju.records.publicity.publication.models import PublicationSort
from youju.records.publicity.publication.sample import sample
from youju.records.verbs.record_verbs import record_add


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


@pytest.mark.parametrize("sort", PublicationSort.values)
def test_only_books_are_books(cast: SimpleNamespace, sort: str):
    values = sample(cast.hill, DAY) | {"sort": sort}
    record = record_add(kind=get_record_kind("publication"), values=values, actor=cast.bob)
    counted = {(fact.measure, fact.category) for fact in record.facts(VERIFIED)}
    book = set() if sort in ("album", "video", "journal") else {("publications.books", sort)}
    assert counted == {("publications.published", sort)} | book


def test_the_sort_is_asked_and_no_other_is_taken(cast: SimpleNamespace):
    data = {"unit": cast.hill.pk, "title": "甲", "happened": DAY, "late_reason": "补录"}
    assert PublicationForm(data, actor=cast.bob).errors.keys() == {"sort"}
    assert PublicationForm(data | {"sort": "leaflet"}, actor=cast.bob).errors.keys() == {"sort"}
    assert PublicationForm(data | {"sort": "album"}, actor=cast.bob).is_valid()
    assert "unit" in PublicationForm(data | {"sort": "album"}, actor=cast.charlie).errors
