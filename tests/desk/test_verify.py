"""A certificate at the desk and for a stranger: its PDF for those who may, a code for everybody else."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from tests.desk.conftest import Desk
from tests.records.volunteering.test_certificate import issued, moved, noticed, office, served
from tests.weights import PUBLIC_BYTES, weight
from youju.lib import clock
from youju.lib.codes import new_code
from youju.orgs import guessing
from youju.orgs.settings import SettingRow
from youju.records.verbs.record_verbs import record_void

__all__ = ["office"]


def stranger() -> Client:
    return Client(headers={"accept-language": "zh-hans"})


def test_a_stranger_reads_what_stands_on_the_paper_and_nothing_else(office: SimpleNamespace):
    served(office, 90)
    certificate = issued(office)
    answer = stranger().get(reverse("verify-code", args=[certificate.code.upper().replace("-", " ")]))
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    for said in ("本证明有效", certificate.number_text, "孙某", "1小时30分钟", "青山小学", "2026年3月10日"):
        assert said in answer.text
    for kept in ("孙立", office.person.token, certificate.ref, "85550001", "周校长", "护学岗", "sessionid"):
        assert kept not in answer.text
    assert "sessionid" not in answer.cookies


def test_a_stranger_is_told_that_it_is_void(office: SimpleNamespace):
    record = served(office, 90)
    first, second = issued(office), issued(office)
    moved(first, "void", office.bob)
    assert "本证明已失效" in stranger().get(reverse("verify-code", args=[first.code])).text
    assert "本证明有效" in stranger().get(reverse("verify-code", args=[second.code])).text
    record_void(record=record, actor=office.alice, reason="重复")
    assert "本证明已失效" in stranger().get(reverse("verify-code", args=[second.code])).text


@pytest.mark.parametrize("code", ["x", "7k3m-9qx2-ab4c-w0rt", "'; drop table", "证明", "%00", "a" * 500])
def test_every_code_that_no_paper_has_is_answered_alike(office: SimpleNamespace, code: str):
    served(office, 90)
    noticed(office)  # with no code yet
    expected = stranger().get(reverse("verify-code", args=[new_code()]))
    answer = stranger().get(reverse("verify-code", args=[code]))
    assert answer.status_code == expected.status_code == 404
    assert "没有使用这个查验码的证明" in answer.text
    assert 'name="code"' in answer.text and "返回工作台" not in answer.text


@pytest.mark.parametrize("code", ["x", "7k3m-9qx2-ab4c-w0rt", "a" * 500])
def test_every_unknown_code_is_looked_up_as_any_other(office: SimpleNamespace, code: str):
    asked = []
    stranger().get(reverse("verify-code", args=[new_code()]))  # the first of a process asks what it keeps from then on
    for each in (new_code(), code):
        with CaptureQueriesContext(connection) as queries:
            stranger().get(reverse("verify-code", args=[each]))
        asked.append([query["sql"].partition("WHERE")[0] for query in queries])
    assert asked[0] == asked[1]


def test_an_address_that_guesses_has_to_wait(office: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    served(office, 90)
    certificate = issued(office)
    monkeypatch.setattr(guessing, "GUESSES", 3)
    answers = [stranger().get(reverse("verify-code", args=[new_code()])).status_code for _try in range(4)]
    assert answers == [404, 404, 404, 429]
    assert stranger().get(reverse("verify-code", args=[certificate.code])).status_code == 429
    later = clock.now() + timedelta(minutes=11)
    with clock.at(later):
        assert stranger().get(reverse("verify-code", args=[certificate.code])).status_code == 200


def test_a_code_is_typed_from_the_paper(office: SimpleNamespace):
    served(office, 90)
    certificate = issued(office)
    assert stranger().get(reverse("verify")).status_code == 200
    led = stranger().get(reverse("verify"), {"code": f" {certificate.code} "}, follow=True)
    assert "本证明有效" in led.text


def test_the_paper_says_what_the_certificate_says(office: SimpleNamespace, desk: Desk):
    served(office, 90)
    certificate = issued(office)
    client = desk(office.bob)
    client.cookies["django_language"] = "zh-hans"
    answer = client.get(reverse("case-paper", args=[certificate.ref]), headers={"accept-language": "zh-hans"})
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a FileResponse
    text = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    for said in (certificate.number_text, "孙立", "1小时30分钟", certificate.code, "周校长", "护学岗志愿服务"):
        assert said in text
    assert urlsplit(reverse("verify-code", args=[certificate.code])).path in text


def test_its_code_leads_to_the_site_wherever_it_was_printed(office: SimpleNamespace, desk: Desk):
    served(office, 90)
    certificate = issued(office)
    SettingRow.objects.create(code="site_address", value="https://jy.example.cn")
    answer = desk(office.bob).get(reverse("case-paper", args=[certificate.ref]))
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a FileResponse
    text = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    assert "https://jy.example.cn/verify/" in text and "testserver" not in text


def test_a_stranger_who_has_only_a_paper_finds_a_small_page(office: SimpleNamespace):
    served(office, 90)
    certificate = issued(office)
    for site_open in ("yes", "no"):
        SettingRow.objects.update_or_create(code="site_open", defaults={"value": site_open})
        for page in ("verify", stranger().get(reverse("verify-code", args=[certificate.code]))):
            answer = stranger().get(reverse("verify")) if isinstance(page, str) else page
            assert answer.status_code == 200
            assert ("站内搜索" in answer.text) == (site_open == "yes")
            assert weight(answer.text) < PUBLIC_BYTES


def test_there_is_no_paper_before_it_is_issued_nor_once_it_is_void(office: SimpleNamespace, desk: Desk):
    served(office, 90)
    for certificate in (noticed(office), moved(issued(office), "void", office.bob)):
        assert desk(office.bob).get(reverse("case-paper", args=[certificate.ref])).status_code == 404


def test_another_school_finds_no_certificate(office: SimpleNamespace, desk: Desk):
    served(office, 90)
    certificate = issued(office)
    for name in ("case", "case-paper"):
        assert desk(office.charlie).get(reverse(name, args=[certificate.ref])).status_code == 404
        assert stranger().get(reverse(name, args=[certificate.ref])).status_code == 302
    assert "孙立" not in desk(office.charlie).get(reverse("cases")).text


def test_its_page_shows_hours_notice_and_paper(office: SimpleNamespace, desk: Desk):
    served(office, 90)
    certificate = noticed(office)
    page = desk(office.bob).get(reverse("case", args=[certificate.ref])).text
    assert "1 h 30 min" in page and "Objections until" in page
    certificate = issued(office)
    page = desk(office.bob).get(reverse("case", args=[certificate.ref])).text
    assert reverse("case-paper", args=[certificate.ref]) in page and certificate.code in page
