"""After issuing: what came later is listed, what is wrong is told old and new, and an erratum says so, signed."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.records.cast import verified, visits
from tests.summaries.issuing import again, issued, record, sign
from youju.indicators import catalogue
from youju.indicators.catalogue import indicators
from youju.orgs.audit import AuditRow
from youju.records.verbs.record_verbs import record_void
from youju.summaries.binding.markup import to_markdown
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.behind import behind
from youju.summaries.issuing.changes import changes_of, later_entries
from youju.summaries.issuing.editions import Edition
from youju.summaries.issuing.errata import erratum_begin, issued_errata, to_correct, uncorrected
from youju.summaries.issuing.errors import ErratumUnderWay, NothingWrong
from youju.summaries.issuing.frozen import summary_of
from youju.summaries.issuing.verbs import standing_edition, standing_editions, summary_freeze, summary_issue

pytestmark = pytest.mark.django_db


def edition_of(document: Document) -> Edition:
    return standing_edition(again(document))


def test_nothing_changed_nothing_is_listed(cast: SimpleNamespace) -> None:
    record(cast)
    document = issued(cast)
    assert changes_of(edition_of(document)) == ()
    with pytest.raises(NothingWrong):
        erratum_begin(document=document, actor=cast.alice)


def test_what_was_verified_later_is_listed_and_makes_nothing_wrong(cast: SimpleNamespace) -> None:
    record(cast)
    document = issued(cast)
    later = record(cast, 5)
    (change,) = changes_of(edition_of(document))
    assert (change.figure.printed, change.now, change.wrong) == ("17人", "22人", False)
    assert later_entries([change]) == list(change.later) and not change.voided and later.ref
    assert uncorrected(edition_of(document)) == []


def test_a_voided_record_makes_a_figure_wrong(cast: SimpleNamespace) -> None:
    first = record(cast)
    record(cast, 5)
    document = issued(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    (change,) = uncorrected(edition_of(document))
    assert (change.figure.printed, change.now, len(change.voided)) == ("22人", "5人", 1)


def test_a_definition_that_changed_is_told(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    record(cast)
    document = issued(cast)
    other = replace(indicators()["exam.candidates"], scope="own")
    monkeypatch.setattr(catalogue, "built_in", lambda: {**BUILT_IN, "exam.candidates": other})
    monkeypatch.setattr(catalogue, "revision", lambda: ("changed",))
    (change,) = uncorrected(edition_of(document))
    assert change.redefined and (change.figure.printed, change.now) == ("17人", "")


BUILT_IN = dict(indicators.__globals__["built_in"]())


def test_an_erratum_is_drafted_signed_and_seen_by_the_reader(cast: SimpleNamespace) -> None:
    first = record(cast)
    record(cast, 5)
    document = issued(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    erratum = erratum_begin(document=document, actor=cast.alice)
    assert "{{exam.candidates}}" in erratum.text and "22人" in erratum.text
    with pytest.raises(ErratumUnderWay):
        erratum_begin(document=document, actor=cast.alice)
    summary_freeze(document=erratum, actor=cast.alice)
    assert issued_errata(edition_of(document)) == []
    summary_issue(document=sign(again(erratum), cast), actor=cast.alice)
    (shown,) = issued_errata(edition_of(document))
    assert shown.document == erratum
    text = to_markdown(summary_of(edition_of(erratum)))
    assert "原为22人，应为5人" in text and "2025年工作总结" in text
    assert uncorrected(edition_of(document)) == []
    assert AuditRow.objects.filter(action="summary.correct", target=document.ref).count() == 1


def test_what_changes_again_needs_another_erratum(cast: SimpleNamespace) -> None:
    first, second = record(cast), record(cast, 5)
    record(cast, 2)
    document = issued(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    erratum = erratum_begin(document=document, actor=cast.alice)
    summary_freeze(document=erratum, actor=cast.alice)
    summary_issue(document=sign(again(erratum), cast), actor=cast.alice)
    record_void(record=second, reason="重复", actor=cast.alice)
    (change,) = uncorrected(edition_of(document))
    assert change.now == "2人"
    assert erratum_begin(document=document, actor=cast.alice).pk != erratum.pk


def test_a_figure_that_the_ledger_no_longer_has_is_taken_out(cast: SimpleNamespace) -> None:
    first = record(cast)
    document = issued(cast)
    verified(visits(cast.bob, cast.hill, 3, sort="hazards.found"), cast.bob, cast.alice)
    record_void(record=first, reason="重复", actor=cast.alice)
    erratum = erratum_begin(document=document, actor=cast.alice)
    summary_freeze(document=erratum, actor=cast.alice)
    assert "原为17人，现台账无此数" in to_markdown(summary_of(edition_of(erratum)))


def test_an_erratum_goes_out_when_everything_of_the_year_was_voided(cast: SimpleNamespace) -> None:
    first = record(cast)
    document = issued(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    erratum = erratum_begin(document=document, actor=cast.alice)
    summary_freeze(document=erratum, actor=cast.alice)
    summary_issue(document=sign(again(erratum), cast), actor=cast.alice)
    assert "原为17人，现台账无此数" in to_markdown(summary_of(edition_of(erratum)))
    assert uncorrected(edition_of(document)) == []


def test_the_text_of_an_erratum_never_states_a_figure_of_its_own(cast: SimpleNamespace) -> None:
    """For every indicator: its name beside the tokens is no claim."""
    from youju.claims.reading.extract import extract
    from youju.summaries.binding.tokens import masked
    from youju.summaries.issuing.changes import Change
    from youju.summaries.issuing.definitions import definition_of
    from youju.summaries.issuing.editions import EditionFigure
    from youju.summaries.issuing.errata import erratum_text

    record(cast)
    edition = edition_of(issued(cast))
    changes = [
        Change(EditionFigure(code=code, definition=definition_of(one), printed="12次", unit="yun", period="2025"),
               "13次",
               (1,), (), True)
        for code, one in indicators().items()
    ]  # fmt: skip
    found = [claim.text for claim in extract(masked(erratum_text(edition, changes)))]
    assert found == []


def test_from_a_record_one_sees_what_rests_on_it(cast: SimpleNamespace) -> None:
    first, other = record(cast), visits(cast.bob, cast.hill, 2)
    document = issued(cast)
    (found,) = behind(first.ref, cast.alice)
    assert found.document == document and found.figures == [("高考考生人数", "17人")]
    assert behind(other.ref, cast.alice) == [] and behind(first.ref, cast.charlie) == []
    assert document.state == DocumentState.ISSUED


def test_what_wants_an_erratum_is_told_of_several_at_once(cast: SimpleNamespace) -> None:
    made = record(cast)
    wrong, begun, sound = issued(cast), issued(cast), issued(cast, "# 总结\n\n没有数字。\n")
    record_void(record=made, actor=cast.alice, reason="重复")
    erratum_begin(document=begun, actor=cast.alice)
    editions = standing_editions([wrong, begun, sound])
    told = to_correct(list(editions.values()))
    assert {pk: told[edition.pk] for pk, edition in editions.items()} == {wrong.pk: 1, begun.pk: 0, sound.pk: 0}
    assert told[editions[wrong.pk].pk] == len(uncorrected(edition_of(wrong)))


def test_five_documents_take_as_many_queries_as_one(cast: SimpleNamespace) -> None:
    record(cast)

    def asked(documents: list[Document]) -> int:
        to_correct(list(standing_editions(documents).values()))  # what changed is kept while nothing moves
        with CaptureQueriesContext(connection) as queries:
            to_correct(list(standing_editions(documents).values()))
        return len(queries)

    documents = [issued(cast) for _number in range(5)]
    assert asked(documents) == asked(documents[:1]) > 0
