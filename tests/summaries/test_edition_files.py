"""A frozen edition is set on paper as the draft was: the same bytes, in every format, without the ledger."""

from types import SimpleNamespace

import pytest

from tests.summaries.issuing import frozen, issued, record
from youju.indicators.figures import forget
from youju.ledger import log
from youju.summaries.binding.build import build
from youju.summaries.issuing.frozen import summary_of
from youju.summaries.issuing.heads import heads_of
from youju.summaries.issuing.verbs import standing_edition
from youju.summaries.paper.files import MEDIA_TYPES, write
from youju.summaries.paper.heads import Heads

pytestmark = pytest.mark.django_db

RICH = """# {{unit}}{{year}}年工作总结

## 一、考试

**成绩。** 参加高考{{exam.candidates}}，比上年{{change exam.candidates}}，其中{{列表 exam.candidates | 单位}}。按月看：

{{图 exam.candidates | 月份}}

走访{{手填 12次 | 未入台账 | 会议记录 | 局办公室}}。组织了考前动员{{记录 %s}}。
"""


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_the_bytes_are_those_of_the_draft(cast: SimpleNamespace, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from tests.records.cast import verified, visits

    verified(visits(cast.bob, cast.hill, 20, happened=date(2024, 5, 6)), cast.bob, cast.alice)
    document = frozen(cast, RICH % record(cast).ref)
    heads = Heads(issuer="云溪县教育局", address="http://x/")
    built = write(build(unit=cast.county, period=document.about, template=document.text), heads, ending)
    edition = standing_edition(document)
    record(cast, 99)
    forget()
    monkeypatch.setattr(log, "size", lambda: pytest.fail("the ledger was asked"))
    assert write(summary_of(edition), heads, ending) == built


def test_a_report_bears_number_signer_and_day(cast: SimpleNamespace) -> None:
    record(cast)
    report = heads_of(standing_edition(issued(cast, as_report=True, symbol="云教", addressee="市教育局")), "http://x/")
    assert (report.symbol[-2:], report.signer, report.addressee) == ("1号", "sam", "市教育局") and report.day
    plain = heads_of(standing_edition(frozen(cast)), "http://x/")
    assert (plain.symbol, plain.signer, plain.day, plain.as_report) == ("", "", None, False)
