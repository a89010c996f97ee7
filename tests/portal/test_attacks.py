"""What strangers try at the public site: scripts, paths, forged heads, foreign addresses, bodies without end."""

from __future__ import annotations

import logging
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image, PngImagePlugin
from pytest_django import Settings

from tests.portal.site import live, moved
from tests.portal.test_asking import later, looked_up, sent, shown
from youju.desk.logged import WithoutCodes
from youju.evidence.errors import FileRefused
from youju.evidence.store import receive
from youju.gate.errors import NotThroughGate
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.setting_verbs import setting_change
from youju.portal.kept import KeptPages
from youju.portal.page import render
from youju.portal.stamp import stamp
from youju.records.heads.beside import put_beside
from youju.records.publicity.article.address import article_path
from youju.records.publicity.article.models import Article
from youju.records.verbs.released import evidence_release

_SCRIPT = "<script>alert(1)</script>"
_BREAKS_OUT = "\"'><img src=x onerror=alert(1)>"
_PAGES = ("/site/", "/site/feed.xml", "/site/search/?q=春日", "/site/channel/jiaoyu-xinwen/", "/screen", "/site/map/")


def told(reader: Client, case: Article) -> str:
    """Everything that the site says of an article."""
    page = article_path(case.ref)
    return "".join(reader.get(address).text for address in (page, f"{page}print/", *_PAGES))


@pytest.mark.parametrize("said", [_SCRIPT, _BREAKS_OUT, "</textarea></title><svg onload=alert(1)>"])
def test_no_field_of_an_article_brings_a_tag(office: SimpleNamespace, reader: Client, said: str):
    case = live(office, title=f"春日{said}", byline=said, source=said, body=f"春日{said}", issue=said)
    page = told(reader, case)
    assert "<script>alert" not in page and "onerror=alert(1)>" not in page.replace("&gt;", "")
    assert "<svg onload" not in page


@pytest.mark.parametrize(
    "body",
    ["[按](javascript:alert(1))", "[按](data:text/html;base64,PHNjcmlwdD4=)", "<a href='vbscript:x'>按</a>",
     "![x](javascript:alert(1))", "![x](/site/article/article-0000000000/picture/1.jpg)", "![x](../../../secret-key)",
     "<iframe src='https://evil.example'></iframe>", "[x]: javascript:alert(1)\n[按][x]", "<javascript:alert(1)>"],
)  # fmt: skip
def test_no_address_in_the_text_acts_or_fetches(office: SimpleNamespace, reader: Client, body: str):
    page = told(reader, live(office, body=f"春日\n\n{body}"))
    for part in ('href="javascript', 'href="vbscript', 'href="data:', "<iframe", 'src="javascript', 'src="..'):
        assert part not in page
    assert '<img src="/site/article/article-0000000000' not in page


def test_characters_that_no_xml_takes_break_neither_feed_nor_map(office: SimpleNamespace, reader: Client):
    live(office, title="春日\x0b读\x01书\ufffe会", body="三月\x0c里\x1b书声", tags="阅\x08读")
    for address in ("/site/feed.xml", "/site/sitemap.xml", "/site/channel/jiaoyu-xinwen/feed.xml"):
        answer = reader.get(address)
        assert answer.status_code == 200
        ElementTree.fromstring(answer.content)  # our own page, in a test


@pytest.mark.parametrize(
    "asked", [_SCRIPT, _BREAKS_OUT, "%", "\x00春", "春" * 500, "* OR 1", '"', "春日 NEAR/2", "'; --"]
)
def test_what_is_searched_for_is_words_alone(office: SimpleNamespace, reader: Client, asked: str):
    live(office)
    for address in (reverse("site-search"), reverse("site-answers")):
        answer = reader.get(address, {"q": asked})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text and "<img src=x" not in answer.text


@pytest.mark.parametrize("field", ["text", "asker_name", "asker_phone"])
def test_what_is_asked_stays_words_until_the_asker_reads_it_again(office: SimpleNamespace, reader: Client, field: str):
    value = {field: f"{_SCRIPT}{_BREAKS_OUT}"[:40]}
    page = later(reader, shown(reader) | value)
    assert "<script>alert" not in page.text and "<img src=x" not in page.text
    _inquiry, code = sent(reader, **value)
    assert "<script>alert" not in looked_up(reader, code).text


@pytest.mark.parametrize("name", ["x.svg", "x.html", "x.jpg", "x.htm", "x.xml"])
def test_a_drawing_or_page_is_taken_in_under_no_name(office: SimpleNamespace, name: str):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    with pytest.raises(FileRefused):
        receive(content=BytesIO(drawing), name=name, received_by=office.alice.token)


def painted(notes: str) -> BytesIO:
    """A PNG with something written into it."""
    out, kept = BytesIO(), PngImagePlugin.PngInfo()
    kept.add_text("Comment", notes)
    Image.new("RGB", (64, 64), "teal").save(out, "PNG", pnginfo=kept)
    out.seek(0)
    return out


def test_a_picture_with_a_script_in_its_notes_is_not_taken_in(office: SimpleNamespace):
    with pytest.raises(FileRefused):
        receive(content=painted(_SCRIPT), name="x.png", received_by=office.alice.token)


def test_neither_name_nor_notes_of_a_picture_bring_a_tag(office: SimpleNamespace, reader: Client):
    case, name = live(office), '../../x"><script>alert(1)</script>\u202egpj.png'
    file = receive(content=painted("alert(1)"), name="x.png", received_by=office.alice.token)
    attachment = put_beside(case, actor=office.alice, file=file, name=name, note=_SCRIPT)
    evidence_release(head=case, attachment=attachment, actor=office.alice)
    page = told(reader, case)
    assert "<script>alert" not in page and "\u202e" not in page and "../" not in page
    picture = reader.get(f"{article_path(case.ref)}picture/{attachment.pk}.jpg")
    assert picture.status_code == 200 and b"alert" not in picture.content


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "FOO"])
@pytest.mark.parametrize("address", [*_PAGES, "/robots.txt", "/site/answers/", "/site/colours.css"])
def test_a_page_to_read_is_had_by_no_other_method(office: SimpleNamespace, address: str, method: str):
    strict = Client(enforce_csrf_checks=True)  # by its method, and not for a token that no reader has
    assert strict.generic(method, address).status_code == 405


def test_addresses_without_end_of_one_small_page_take_no_memory_without_end(
    office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    pages = KeptPages()
    monkeypatch.setattr("youju.portal.page.KEPT", pages)
    monkeypatch.setattr("youju.portal.kept._MOST", 100_000)
    for number in range(60):
        assert reader.get(f"/robots.txt?{number}={'x' * 4000}").status_code == 200
    held = sum(len(content) + sum(map(len, key)) for key, (content, _headers) in pages._pages.items())
    assert 0 < held <= 100_000


@pytest.mark.parametrize(
    "address",
    ["/site/../secret-key", "/site/..%2f..%2fsecret-key", "/static/../secret-key", "/static/%2e%2e/%2e%2e/a.sqlite3",
     "/site/article/..%2f..%2f/", "/site/article/article-0000000000/file/1/../../", "/site/channel/../",
     "/site/article/article-0000000000/picture/99999999999999999999.jpg", "/site/notice/9999999999999999999/1/",
     "/site/summary/x/figure/99999999999999999999/"],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(office: SimpleNamespace, reader: Client, address: str):
    answer = reader.get(address)
    assert answer.status_code in (301, 302, 404)
    assert "secret" not in answer.headers.get("Location", "")


@pytest.mark.parametrize(
    "address", ["//evil.example/site", "/\\evil.example", "/site//evil.example/", "/ask//evil.example"]
)
def test_nothing_leads_to_another_machine(office: SimpleNamespace, reader: Client, address: str):
    live(office, old_address="/art/2019/1.html")
    answer = reader.get(address, {"next": "https://evil.example"})
    leads = answer.headers.get("Location", "/")
    assert leads.startswith("/") and not leads.startswith(("//", "/\\"))
    assert reader.get("/art/2019/1.html", {"next": "//evil.example"}).headers.get("Location", "/").startswith("/")


def test_a_foreign_host_is_answered_nothing(office: SimpleNamespace, reader: Client, settings: pytest.FixtureRequest):
    settings.ALLOWED_HOSTS = ["testserver"]  # type: ignore[attr-defined]  # of pytest-django
    live(office)
    for address in ("/site/", "/site/feed.xml", "/site/ask/"):
        assert reader.get(address, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-Host", "X-Forwarded-Server", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "Forwarded"],
)  # fmt: skip
def test_no_head_that_a_client_makes_up_gets_into_a_kept_page(office: SimpleNamespace, reader: Client, header: str):
    case = live(office)
    for address in (article_path(case.ref), "/site/feed.xml", "/site/sitemap.xml", "/robots.txt"):
        poisoned = reader.get(address, headers={header.lower(): "host=evil.example"})
        assert "evil.example" not in poisoned.text
        assert "evil.example" not in reader.get(address).text


def test_what_is_taken_down_while_a_page_is_made_is_on_no_page_after_it(
    office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    """The page that was just being made is old: it must not be kept as what stands now."""
    case = live(office)

    def slowly(*args: Any, **rest: Any) -> HttpResponse:
        answer = render(*args, **rest)
        monkeypatch.undo()
        moved(case, "take-down", office.alice)
        return answer

    monkeypatch.setattr("youju.portal.home.render", slowly)
    assert case.title in reader.get("/site/").text
    assert case.title not in reader.get("/site/").text


def test_an_act_that_comes_to_stand_after_a_later_one_changes_the_stamp(office: SimpleNamespace):
    """Of two who act at once the one who began first may end last: its row has the lower number."""
    last = AuditRow.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    AuditRow.objects.create(pk=last + 2, actor="x", action="x", target="x")
    before = stamp()
    assert stamp() == before
    AuditRow.objects.create(pk=last + 1, actor="x", action="x", target="x")
    assert stamp() != before


def test_nobody_reckons_from_a_stamp_how_much_was_done_and_when(office: SimpleNamespace, settings: Settings):
    before = stamp()
    settings.SECRET_KEY = "another office, of the same acts at the same moments"
    assert stamp() != before


@pytest.mark.parametrize("path", ["/x%00", "/site/x%00/", "/site/tag/%00/", "/site/article/a%00/", "/x?%00", "/%00"])
def test_a_nul_in_an_address_is_an_address_that_is_not_there(office: SimpleNamespace, reader: Client, path: str):
    reader.raise_request_exception = False
    assert reader.get(path).status_code in (400, 404)


def test_the_log_of_the_server_has_no_code_of_an_asker(
    office: SimpleNamespace, reader: Client, caplog: pytest.LogCaptureFixture
):
    line = logging.LogRecord("youju", logging.ERROR, "", 0, "%s /site/ask/code/0123456789ab/ failed", ("GET",), None)
    line.args = ("GET /t/abcd1234",)
    assert WithoutCodes().filter(line)
    assert line.getMessage() == "GET /t/… /site/ask/code/… failed"


def test_pages_of_one_scheme_are_not_given_out_under_the_other(office: SimpleNamespace, reader: Client):
    setting_change(name="site_address", text="", actor=CONSOLE)
    page = article_path(live(office).ref)
    assert "https://testserver" not in reader.get(page).text
    assert "https://testserver" in reader.get(page, secure=True).text


def test_an_article_that_is_not_public_is_in_no_paper_feed_or_order(office: SimpleNamespace, reader: Client):
    case = live(office, old_address="/art/1.html", price=500)
    moved(case, "take-down", office.alice)
    page = article_path(case.ref)
    for address in (page, f"{page}print/", f"{page}article.pdf", f"{page}order/", "/art/1.html", "/site/tag/阅读/"):
        assert reader.get(address).status_code == 404, address
    assert case.ref not in told(reader, case) and case.title not in told(reader, case)


def test_a_body_without_end_is_refused_and_breaks_nothing(office: SimpleNamespace, reader: Client):
    form = shown(reader)
    assert later(reader, form | {"text": "长" * 4001}).status_code == 422
    assert later(reader, form | {"text": "x" * 6_000_000}).status_code in (400, 413)
    assert later(reader, form | {f"f{number}": "x" for number in range(10_001)}).status_code in (400, 413)
    assert looked_up(reader, "7" * 100_000).status_code == 422
    assert reader.post(reverse("site-order"), {"code": "7" * 100_000}).status_code == 422
    assert later(reader, form).status_code == 200


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_change_nothing(office: SimpleNamespace, reader: Client, method: str):
    case = live(office)
    for address in ("/site/", article_path(case.ref), "/site/ask/", "/site/order/"):
        assert getattr(reader, method)(address).status_code == 405


def test_the_gate_stands_before_a_guest_and_a_school_alike(office: SimpleNamespace):
    with pytest.raises(NotThroughGate):
        live(office, body="学生名单：王一 110101199003078515")
