"""Who reads an application, and who finds no trace of it."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.accreditation.addresses import criterion
from tests.records.accreditation.applying import (
    a_campaign,
    applied,
    in_state,
)

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


def test_another_school_finds_no_trace(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "assessed", a_campaign())
    charlie = desk(office.charlie)
    for route in ("criteria", "materials", "experts", "case"):
        assert charlie.get(reverse(route, args=[case.ref])).status_code == 404
    assert charlie.post(criterion(case, 1), {"grade": "A"}).status_code == 404
    assert "青山小学" not in charlie.get(reverse("campaign", args=[case.campaign.code])).text
    assert "青山小学" not in charlie.get(reverse("gaps")).text
    listed = load_workbook(BytesIO(b"".join(charlie.get(reverse("gaps-file")).streaming_content)))  # type: ignore[attr-defined]  # a file
    assert "青山小学" not in str([[cell.value for cell in row] for page in listed.worksheets for row in page])


def test_an_auditor_reads_and_writes_nothing(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    dora = desk(office.dora)
    assert "Save, next" not in dora.get(criterion(case, 1)).text
    assert dora.post(criterion(case, 1), {"grade": "A"}).status_code == 403
    assert dora.get(reverse("experts", args=[case.ref])).status_code == 403
    assert desk(office.eve).get(reverse("campaigns")).status_code == 403
