"""Freezing: every figure is kept, and read again without the ledger; what is blank, unbound or internal is refused."""

from dataclasses import asdict
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.summaries.issuing import again, frozen, issued, record, written
from youju.errors import YoujuError
from youju.orgs.audit import AuditRow
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import NothingReported, SummaryRefused
from youju.summaries.binding.markup import to_html, to_markdown
from youju.summaries.drafts.documents import DocumentState
from youju.summaries.drafts.errors import NotADraft
from youju.summaries.drafts.verbs import section_write
from youju.summaries.issuing.editions import Edition
from youju.summaries.issuing.frozen import summary_of
from youju.summaries.issuing.verbs import standing_edition, summary_freeze, summary_withdraw

pytestmark = pytest.mark.django_db


def test_a_frozen_text_is_read_again_as_it_was_built(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    built = build(unit=cast.county, period=document.about, template=document.text)
    kept = summary_of(standing_edition(document))
    assert asdict_of(kept) == asdict_of(built)
    assert to_markdown(kept) == to_markdown(built)
    assert to_html(kept, lambda figure: figure.digest) == to_html(built, lambda figure: figure.digest)
    assert [figure.entries for figure in kept.figures] == [figure.entries for figure in built.figures]


def test_a_text_with_a_hint_what_to_write_is_not_frozen(cast: SimpleNamespace) -> None:
    record(cast)
    document = written(cast, "参加高考{{exam.candidates}}。\n\n{{待写 下一年的打算}}")
    with pytest.raises(SummaryRefused) as refused:
        summary_freeze(document=document, actor=cast.alice)
    assert "下一年的打算" in str(refused.value.details["problems"])


def asdict_of(summary: Any) -> dict[str, Any]:
    return {name: value for name, value in asdict(summary).items() if name != "spans"} | {"spans": summary.spans}


def test_what_comes_later_does_not_change_it(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    before = to_markdown(summary_of(standing_edition(document)))
    record(cast, 30)
    assert to_markdown(summary_of(standing_edition(document))) == before
    assert "17人" in before


def test_reading_it_asks_the_ledger_nothing(cast: SimpleNamespace) -> None:
    record(cast)
    edition = standing_edition(frozen(cast))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        to_markdown(summary_of(edition))
    assert not [query for query in asked.captured_queries if "ledger_" in query["sql"]]


def test_each_figure_is_kept_with_definition_and_entries(cast: SimpleNamespace) -> None:
    record(cast)
    figure = standing_edition(frozen(cast)).figures.get()
    assert (figure.code, figure.value, figure.printed, figure.entries) == ("exam.candidates", 17, "17人", 1)
    assert figure.definition["card"]["counts"] and len(figure.definition_digest) == 64


def test_the_audit_row_bears_the_digest(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    row = AuditRow.objects.get(action="summary.freeze", target=document.ref)
    assert row.detail["digest"] == standing_edition(document).digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("参加{{exam.candidates}}，共办15场。", "15场"),
        ("参加{{exam.candidates}}，宣传{{publicity.local}}。", "publicity.local"),
        ("参加{{exam.candidates}}，本一{{exam.first_tier}}。", "未成年人学校保护规定"),
        ("参加{{exam.candidates}}，走访{{手填 12次}}。", "手填"),
    ],
)
def test_nothing_blank_unbound_or_internal_is_frozen(cast: SimpleNamespace, text: str, said: str) -> None:
    record(cast)
    document = written(cast, text)
    with pytest.raises(SummaryRefused) as refused:
        summary_freeze(document=document, actor=cast.alice)
    assert said in str(refused.value)
    assert again(document).state == DocumentState.DRAFT and not Edition.objects.exists()


def test_an_empty_year_is_not_frozen(cast: SimpleNamespace) -> None:
    with pytest.raises(NothingReported):
        summary_freeze(document=written(cast), actor=cast.alice)


def test_a_frozen_text_is_not_written_on_until_it_is_taken_back(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    with pytest.raises(NotADraft):
        section_write(section=document.sections[0], version=1, text="改", actor=cast.alice)
    summary_withdraw(document=document, reason="漏了一段", actor=cast.alice)
    section_write(
        section=document.sections[1], version=1, text="## 一、考试\n\n参加{{exam.candidates}}。", actor=cast.alice
    )
    second = summary_freeze(document=document, actor=cast.alice)
    assert [edition.number for edition in document.editions.all()] == [1, 2]
    assert second.digest != document.editions.get(number=1).digest


def test_taking_back_needs_a_reason(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    with pytest.raises(YoujuError) as refused:
        summary_withdraw(document=document, reason=" ", actor=cast.alice)
    assert refused.value.code == "reason-missing" and again(document).state == DocumentState.FROZEN


def test_a_report_takes_its_number_when_it_is_issued(cast: SimpleNamespace) -> None:
    record(cast)
    first, second = issued(cast, as_report=True, symbol="云教"), issued(cast, as_report=True, symbol="云教")
    plain, whole = issued(cast), issued(cast, as_report=True, symbol="云教〔2025〕88号")
    assert [first.symbol[-2:], second.symbol[-2:], plain.symbol, whole.symbol] == ["1号", "2号", "", "云教〔2025〕88号"]
    assert first.symbol.startswith("云教〔")
