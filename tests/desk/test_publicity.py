"""Publicity at the desk: an item with its outlet typed by name, a brief from the school to its adoption."""

from io import BytesIO
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from tests.desk.conftest import Desk
from tests.records.cast import DAY
from youju.records.kinds import get_case_kind
from youju.records.publicity.brief.models import Brief
from youju.records.publicity.brief.sample import sample as brief_sample
from youju.records.publicity.item.models import PublicityItem
from youju.records.publicity.item.sample import sample as item_sample
from youju.records.verbs.case_verbs import case_move, case_open


def test_a_liaison_reports_an_item_by_the_name_of_its_outlet(cast: SimpleNamespace, desk: Desk):
    item_sample(cast.hill, DAY)  # the outlet
    bob, address = desk(cast.bob), reverse("record-new", args=["item"])
    assert '<option value="望川日报">' in bob.get(address).text
    form = {"unit": cast.hill.pk, "title": "甲", "happened": "2025-03-10", "outlet": "望川日报", "form": "news"}
    form |= {"late_reason": "补录", "link": "看 https://daily.example.com/a?utm_source=wx", "then": "save"}
    assert bob.post(address, form).status_code == 302
    item = PublicityItem.objects.get()
    assert (item.level, item.link) == ("city", "https://daily.example.com/a")
    page = bob.get(reverse("record", args=[item.ref])).text
    assert "望川日报" in page
    assert "望川日报" in bob.get(reverse("record-edit", args=[item.ref])).text
    assert "甲" in bob.get(reverse("record-list", args=["publicity"])).text
    assert desk(cast.charlie).get(reverse("record", args=[item.ref])).status_code == 404


def test_a_brief_goes_from_the_school_to_the_bulletin(cast: SimpleNamespace, desk: Desk):
    brief_sample(cast.hill, DAY)  # the bulletin
    bob, alice, address = desk(cast.bob), desk(cast.alice), reverse("case-new", args=["brief"])
    assert '<option value="望川教育信息">' in bob.get(address).text
    form = {"unit": cast.hill.pk, "title": "三点半课堂便民", "happened": "2025-03-10", "adopter": "望川教育信息"}
    assert bob.post(address, form).status_code == 302
    case = Brief.objects.get()
    move = {"version": case.version}
    assert bob.post(reverse("case-move", args=[case.ref, "submit"]), move).status_code == 403
    assert alice.post(reverse("case-move", args=[case.ref, "submit"]), move).status_code == 302
    taken = {"version": case.version + 1, "adopted_on": "2025-03-12", "issue": "第3期"}
    assert alice.post(reverse("case-move", args=[case.ref, "adopt"]), taken).status_code == 302
    page = bob.get(reverse("case", args=[case.ref])).text
    assert "第3期" in page and "望川教育信息" in page
    assert "三点半" in alice.get(reverse("cases-of", args=["brief"]), {"which": "ended"}).text


def _list(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    book, content = Workbook(), BytesIO()
    for row in (("标题", "采用刊物", "采用日期", "期号"), *rows):
        book.worksheets[0].append(row)
    book.save(content)
    return SimpleUploadedFile("采用目录.xlsx", content.getvalue())


def test_a_bulletins_monthly_list_marks_what_it_adopted(cast: SimpleNamespace, desk: Desk):
    case = case_open(kind=get_case_kind("brief"), values=brief_sample(cast.hill, DAY), actor=cast.bob)
    case_move(case=case, action="submit", actor=cast.alice, version=case.version)
    alice, address = desk(cast.alice), reverse("case-list-import", args=["brief"])
    line = ("青山小学 三点半课堂便民", "望川教育信息", "2025-03-28", "3月通报")
    wrong = alice.post(address, {"file": _list(line, ("没有这条", "望川教育信息", "2025-03-28", ""))})
    assert wrong.status_code == 422 and "no brief of this title" in wrong.text
    for _twice in range(2):
        told = alice.post(address, {"file": _list(line)})
        assert alice.post(address, {"kept": told.context["kept"]}).status_code == 302
        assert Brief.objects.values_list("state", "issue").get() == ("adopted", "3月通报")
    assert "Done already" in alice.post(address, {"file": _list(line)}).text
    assert desk(cast.bob).post(address, {"file": _list(line)}).status_code == 403
    assert alice.get(reverse("case-list-import", args=["followup"])).status_code == 404
