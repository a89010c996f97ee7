"""An issued text that has become wrong: its erratum is drafted by time, once, and whoever issued it is told."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.summaries.issuing import again, issued, record, sign
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.indicators import catalogue
from youju.indicators.catalogue import indicators
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.records.alerts import Alert
from youju.records.verbs.record_verbs import record_void
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.errata import uncorrected
from youju.summaries.issuing.giving_up import summary_drop
from youju.summaries.issuing.verbs import standing_edition, summary_freeze, summary_issue

pytestmark = pytest.mark.django_db

ERRATA = tuple(job for job in JOBS if job.code == "errata")


def drafted() -> list[Document]:
    """What one tick drafts."""
    known = set(Document.objects.values_list("pk", flat=True))
    assert not [outcome for outcome in tick(ERRATA) if outcome.failed]
    return list(Document.objects.exclude(pk__in=known))


def wrong(cast: SimpleNamespace) -> Document:
    """An issued text of 22 candidates, of whom 17 were voided since."""
    first = record(cast)
    record(cast, 5)
    document = issued(cast)
    assert drafted() == []
    record_void(record=first, reason="重复", actor=cast.alice)
    return document


def test_a_voided_record_has_an_erratum_drafted_once(cast: SimpleNamespace) -> None:
    document = wrong(cast)
    (erratum,) = drafted()
    assert (erratum.author, erratum.state, erratum.genre_code) == (cast.alice, DocumentState.DRAFT, "erratum")
    assert "22人" in erratum.text and "{{exam.candidates}}" in erratum.text
    assert AuditRow.objects.get(action="summary.correct", target=document.ref).actor == "system"
    assert drafted() == []


def test_whoever_issued_it_is_told(cast: SimpleNamespace) -> None:
    wrong(cast)
    (erratum,) = drafted()
    assert list(Alert.objects.filter(target=erratum.ref).values_list("member__username", "sort")) == [
        ("alice", "asked")
    ]


def test_the_drafted_erratum_goes_the_way_of_any_text(cast: SimpleNamespace) -> None:
    document = wrong(cast)
    (erratum,) = drafted()
    summary_freeze(document=erratum, actor=cast.alice)
    summary_issue(document=sign(again(erratum), cast), actor=cast.alice)
    assert uncorrected(standing_edition(again(document))) == [] and drafted() == []


def test_an_erratum_that_was_given_up_is_not_drafted_again_for_the_same_figures(cast: SimpleNamespace) -> None:
    wrong(cast)
    (erratum,) = drafted()
    summary_drop(document=erratum, reason="并入下一期", actor=cast.alice)
    assert drafted() == []


def test_a_definition_that_means_something_else_has_one_drafted(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(cast)
    issued(cast)
    built_in = dict(indicators.__globals__["built_in"]())
    other = replace(built_in["exam.candidates"], scope="own")
    monkeypatch.setattr(catalogue, "built_in", lambda: {**built_in, "exam.candidates": other})
    monkeypatch.setattr(catalogue, "revision", lambda: ("changed",))
    (erratum,) = drafted()
    assert "统计口径有调整" in erratum.text


def test_what_only_came_later_drafts_nothing(cast: SimpleNamespace) -> None:
    record(cast)
    issued(cast)
    record(cast, 5)
    assert drafted() == []


def test_who_issued_it_counts_as_its_drafter(cast: SimpleNamespace) -> None:
    from youju.summaries.issuing.verbs import drafters_of

    wrong(cast)
    (erratum,) = drafted()
    assert drafters_of(erratum) == {Member.objects.get(username="alice").pk}
