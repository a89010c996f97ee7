"""An edition that was altered in the database is found, and named."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from tests.summaries.issuing import issued, record, written
from youju.cli.ledger import findings
from youju.orgs.audit import AuditRow
from youju.records.sealing import committed
from youju.records.verbs.record_verbs import record_void
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.editions import Edition, EditionFigure, EditionStep, Erratum
from youju.summaries.issuing.errata import erratum_begin
from youju.summaries.issuing.flaws import flaws
from youju.summaries.issuing.giving_up import summary_drop, summary_resume

pytestmark = pytest.mark.django_db


def _spans() -> None:
    edition = Edition.objects.get()
    edition.spans[0]["text"] = "170人"
    edition.save()


EDITS: dict[str, Any] = {
    "a printed span": _spans,
    "the text": lambda: Edition.objects.update(marked=Concat(F("marked"), Value("多好"))),
    "a value": lambda: EditionFigure.objects.update(value=170),
    "a printed figure": lambda: EditionFigure.objects.update(printed="170人"),
    "the entries": lambda: EditionFigure.objects.update(seqs="0-99"),
    "the size": lambda: Edition.objects.update(size=F("size") + 1),
    "the digest": lambda: Edition.objects.update(digest="0" * 64),
    "a figure taken out": lambda: EditionFigure.objects.all().delete(),
    "who signed": lambda: EditionStep.objects.filter(what="signed").update(digest="0" * 64),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_found_before_any_checkpoint(cast: SimpleNamespace, edit: str) -> None:
    record(cast)
    issued(cast)
    assert list(flaws()) == []
    EDITS[edit]()
    found = [flaw.sentence for flaw in flaws()]
    assert found
    assert "2025年工作总结" in found[0] or edit == "who signed"


STEPS: dict[str, Any] = {
    "who signed": lambda cast: EditionStep.objects.filter(what="signed").update(by=cast.dora),
    "who froze": lambda cast: Edition.objects.update(frozen_by=cast.dora),
    "under which number": lambda cast: EditionStep.objects.filter(what="issued").update(symbol="云教〔2025〕9号"),
    "why": lambda cast: EditionStep.objects.filter(what="signed").update(reason="x"),
    "a signature taken away": lambda cast: EditionStep.objects.filter(what="signed").delete(),
    "a refusal slipped in": lambda cast: _slip_in(cast),
    "all of it taken away": lambda cast: _take_away(),
}


def _slip_in(cast: SimpleNamespace) -> None:
    edition = Edition.objects.get()
    EditionStep.objects.create(edition=edition, what="refused", by=cast.dora, digest=edition.digest)


def _take_away() -> None:
    EditionStep.objects.all().delete()
    EditionFigure.objects.all().delete()
    Edition.objects.all().delete()


@pytest.mark.parametrize("edit", STEPS)
def test_a_step_that_nobody_made_so_is_found_before_any_checkpoint(cast: SimpleNamespace, edit: str) -> None:
    record(cast)
    issued(cast)
    assert list(flaws()) == []
    STEPS[edit](cast)
    assert list(flaws())


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_found_by_the_rows_digests_too(cast: SimpleNamespace, edit: str) -> None:
    record(cast)
    issued(cast)
    committed.digest_post(actor=cast.alice.token)
    assert list(committed.flaws()) == []
    EDITS[edit]()
    assert any("summaries_edition" in flaw.place for flaw in committed.flaws())


def test_who_signed_cannot_become_somebody_else(cast: SimpleNamespace) -> None:
    record(cast)
    issued(cast)
    committed.digest_post(actor=cast.alice.token)
    EditionStep.objects.filter(what="signed").update(by=cast.dora)
    AuditRow.objects.create(actor=cast.dora.token, action="x", target=cast.dora.token)
    assert any("summaries_editionstep" in flaw.place for flaw in committed.flaws())


def test_verify_names_the_edition(cast: SimpleNamespace) -> None:
    record(cast)
    document = issued(cast)
    _spans()
    found = [finding for finding in findings(fast=True) if finding.place == f"{document.ref}/1"]
    assert found and "2025年工作总结" in found[0].sentence


STANDING: dict[str, Any] = {
    "a document that was never taken back": lambda: Document.objects.filter(genre_code="annual").update(state="draft"),
    "a document that nobody signed": lambda: Document.objects.filter(genre_code="erratum").update(state="signed"),
    "a document that nobody gave up": lambda: Document.objects.filter(genre_code="erratum").update(state="dropped"),
    "another number": lambda: Document.objects.filter(genre_code="annual").update(symbol="云教〔2025〕9号"),
    "what an erratum says holds": lambda: Erratum.objects.update(told={"0": "170人"}),
    "an erratum taken away": lambda: Erratum.objects.all().delete(),
}


@pytest.mark.parametrize("edit", STANDING)
def test_a_document_that_does_not_stand_as_it_was_left_is_found(cast: SimpleNamespace, edit: str) -> None:
    first = record(cast)
    record(cast, 5)
    document = issued(cast, as_report=True, symbol="云教")
    record_void(record=first, reason="重复", actor=cast.alice)
    erratum = erratum_begin(document=document, actor=cast.alice)
    assert list(flaws()) == []
    STANDING[edit]()
    (found,) = flaws()
    assert found.place in (document.ref, erratum.ref) and found.sentence


def test_a_draft_given_up_and_taken_up_again_stands_as_it_was_left(cast: SimpleNamespace) -> None:
    document = written(cast)
    for _time in range(2):
        summary_drop(document=document, reason="重写", actor=cast.alice)
        assert list(flaws()) == []
        summary_resume(document=document, actor=cast.alice)
        assert list(flaws()) == []
