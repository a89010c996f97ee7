"""Checklists: written, filled from a workbook, copied, locked."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.paper import paper
from tests.records.accreditation.applying import (
    a_campaign,
    applied,
)
from youju.records.accreditation.checklist.models import Checklist

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


def test_a_checklist_is_written_filled_from_a_workbook_and_copied(office: SimpleNamespace, desk: Desk):
    alice = desk(office.alice)
    form = {"name": "书香校园标准", "sort": "reading_campus", "issuer": "望川市", "city": "75", "then": "act"}
    assert alice.post(reverse("checklist-new"), form).status_code == 302
    checklist = Checklist.objects.get()
    address = reverse("checklist-criterion", args=[checklist.code])
    said = {"text": "阅读条件", "sort": "counted", "method": "materials", "share_a": 100, "share_b": 66, "share_c": 33,
            "share_d": 0}  # fmt: skip
    assert alice.post(address, said | {"no": "1", "points": ""}).status_code == 422
    assert alice.post(address, said | {"no": "1", "points": "20"}).status_code == 302
    out = b"".join(alice.get(reverse("checklist-file", args=[checklist.code])).streaming_content)  # type: ignore[attr-defined]  # a file
    book = load_workbook(BytesIO(out))
    book.worksheets[0].append(["2", "阅读活动", 30])
    changed = BytesIO()
    book.save(changed)
    upload = reverse("checklist-import", args=[checklist.code])
    assert alice.post(upload, {"file": paper("细则.xlsx", changed.getvalue())}).status_code == 302
    assert [leaf.no for leaf in checklist.leaves()] == ["1", "2"]
    book.worksheets[0].append(["2", "又一个", 30])
    book.save(changed := BytesIO())
    refused = alice.post(upload, {"file": paper("细则.xlsx", changed.getvalue())})
    assert refused.status_code == 422 and "!A4" in refused.text
    assert alice.post(reverse("checklist-copy", args=[checklist.code]), {"then": "act"}).status_code == 302
    assert Checklist.objects.filter(version=2).exists()
    assert desk(office.bob).post(reverse("checklist-copy", args=[checklist.code]), {"then": "act"}).status_code == 403


def test_a_locked_checklist_says_what_to_do(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    code, alice = case.checklist.code, desk(office.alice)
    answer = alice.post(reverse("checklist-import", args=[code]), {"file": paper("细则.xlsx", b"no workbook")})
    assert answer.status_code == 422
    page = alice.get(reverse("checklist", args=[code])).text
    assert "Copy to a new version" in page and "From Excel" not in page
