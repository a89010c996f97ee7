"""A signed comment comes from a registered account, with link and text, and counts once."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.records.cast import DAY, verified
from youju.ledger.reading import all_facts
from youju.orgs.units import Unit
from youju.plans.countable import countable
from youju.records.heads.record import Record
from youju.records.inquiries.public_comment.errors import CommentReported, NotRegistered
from youju.records.inquiries.public_comment.sample import sample
from youju.records.kinds import get_record_kind
from youju.records.publicity.outlet.models import Outlet
from youju.records.sheets.template import write_kind_template
from youju.records.verbs.record_verbs import record_add, record_submit

pytestmark = pytest.mark.django_db


def comment(cast: SimpleNamespace, unit: Unit | None = None, **values: Any) -> Record:
    given = sample(unit or cast.hill, DAY) | {"late_reason": "补录"} | values
    return record_add(kind=get_record_kind("publiccomment"), values=given, actor=cast.bob)


def stranger() -> Outlet:
    return Outlet.objects.create(code="some-forum", name="某论坛", sort="website", level="county", official=False)


def form(cast: SimpleNamespace, **values: str) -> Any:
    comment(cast)  # its account is in the register
    data = {
        "unit": cast.hill.pk,
        "title": "回应收费",
        "happened": "2025-03-14",
        "outlet": "溪云教育公众号",
        "link": "https://mp.example.cn/s/reply-9",
        "words": "按公示标准收费。",
        "late_reason": "补录",
    }
    return get_record_kind("publiccomment").form(data | values, actor=cast.bob)


def test_it_counts_once_it_is_verified(cast: SimpleNamespace) -> None:
    verified(comment(cast), cast.bob, cast.alice)
    assert [(fact.measure, fact.quantity) for fact in all_facts()] == [("statements.signed", 1)]


def test_no_account_but_a_registered_one_is_taken(cast: SimpleNamespace) -> None:
    stranger()
    assert form(cast).is_valid()
    asked = form(cast, outlet="某论坛")
    assert list(asked.errors) == ["outlet"] and "某论坛" in str(asked.errors["outlet"])


def test_what_will_not_do_is_not_offered(cast: SimpleNamespace) -> None:
    stranger()
    box = str(form(cast)["outlet"])
    assert "溪云教育公众号" in box and "某论坛" not in box
    workbook = BytesIO()
    write_kind_template(kind=get_record_kind("publiccomment"), out=workbook)
    cells = [str(cell.value) for sheet in load_workbook(workbook) for row in sheet for cell in row]
    assert any("溪云教育公众号" in cell for cell in cells) and not any("某论坛" in cell for cell in cells)


def test_a_comment_from_elsewhere_never_counts_whatever_brought_it_in(cast: SimpleNamespace) -> None:
    record = comment(cast, outlet=stranger())
    with pytest.raises(NotRegistered):
        record_submit(record=record, actor=cast.bob)
        verified(record, cast.bob, cast.alice)
    assert not all_facts().exists()


def test_one_link_counts_once(cast: SimpleNamespace) -> None:
    verified(comment(cast), cast.bob, cast.alice)
    with pytest.raises(CommentReported):
        verified(comment(cast), cast.bob, cast.alice)
    assert all_facts().count() == 1


def test_what_is_kept_is_link_and_text_and_nobody(cast: SimpleNamespace) -> None:
    items = dict(comment(cast).items("verified", []))
    assert items["words"] == "校服由家长自愿选购，学校不统一收费。"
    assert {"link", "about", "outlet"} <= items.keys()


def test_no_plan_asks_for_a_number_of_them() -> None:
    assert "statements.signed" not in countable()
    assert "meetings.held" in countable()
