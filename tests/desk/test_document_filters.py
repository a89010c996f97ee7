"""The list of documents narrowed: by title or unit, state, year; and what it says of corrections."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member
from tests.summaries.issuing import issued, record, written
from youju.orgs.members import Role
from youju.records.verbs.record_verbs import record_void
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.errata import erratum_begin

LIST = reverse("documents")


@pytest.fixture
def documents(cast: SimpleNamespace) -> SimpleNamespace:
    """An issued one of 2025 and a draft; of the issued one a record was voided since."""
    cast.sam = member("sam", cast.county, Role.SIGNER)
    first = record(cast)
    record(cast, 5)
    out = issued(cast)
    Document.objects.filter(pk=out.pk).update(title="印发的总结")
    draft = written(cast, "# 半年情况\n\n写着。")
    Document.objects.filter(pk=draft.pk).update(title="半年情况", period="2025-06")
    record_void(record=first, reason="重复", actor=cast.alice)
    return SimpleNamespace(issued=out, draft=draft)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"text": "半年"}, ["半年情况"]),
        ({"text": "云溪"}, ["半年情况", "印发的总结"]),
        ({"state": "issued"}, ["印发的总结"]),
        ({"year": "2025"}, ["半年情况", "印发的总结"]),
        ({"year": "2024"}, []),
        ({"year": "many"}, ["半年情况", "印发的总结"]),
    ],
)
def test_it_shows_what_was_asked_for(
    cast: SimpleNamespace, desk: Desk, documents: SimpleNamespace, asked: dict[str, str], shown: list[str]
):
    rows = desk(cast.alice).get(LIST, asked).context["rows"]
    assert sorted(row.document.title for row in rows) == sorted(shown)


def test_where_nothing_fits_the_way_back_is_shown(cast: SimpleNamespace, desk: Desk, documents: SimpleNamespace):
    page = desk(cast.alice).get(LIST, {"text": "没有"}).text
    assert "No document is like that." in page and "Show all" in page


def test_a_correction_is_told_beside_what_it_corrects(cast: SimpleNamespace, desk: Desk, documents: SimpleNamespace):
    alice = desk(cast.alice)
    assert "erratum under way" not in alice.get(LIST).text
    erratum = erratum_begin(document=documents.issued, actor=cast.alice)
    assert "erratum under way" in alice.get(LIST).text
    Document.objects.filter(pk=erratum.pk).update(state=DocumentState.ISSUED)
    page = alice.get(LIST).text
    assert "corrected" in page and "erratum under way" not in page
    Document.objects.filter(pk=erratum.pk).update(state=DocumentState.DROPPED)
    assert "corrected" not in alice.get(LIST).text
