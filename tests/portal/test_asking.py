"""/ask without an account: written, looked through, sent, looked up by its code; machines are kept out."""

import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import segno
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.records.cast import member
from tests.records.inquiries.desk_of_inquiries import answered, moved, reread
from youju.lib import clock
from youju.orgs import guessing
from youju.orgs.members import Role
from youju.orgs.settings import SettingRow
from youju.orgs.tickets import Ticket
from youju.records.inquiries.inquiry.askers import Asker
from youju.records.inquiries.inquiry.models import Inquiry

TEXT = "学校门口早晨堵车，能否错峰上学？"


def shown(reader: Client) -> dict[str, str]:
    """The form as it is shown, filled in as a parent would some minutes later."""
    page = BeautifulSoup(reader.get(reverse("site-ask")).text, "html.parser")
    token = page.select_one("input[name=token]")
    assert token is not None
    return {"token": str(token["value"]), "sort": "question", "text": TEXT, "asker_name": "王某", "homepage": ""}


def later(reader: Client, values: dict[str, Any], *, seconds: int = 60) -> Any:
    with clock.at(clock.now() + timedelta(seconds=seconds)):
        return reader.post(reverse("site-ask"), values)


def sent(reader: Client, **more: Any) -> tuple[Inquiry, str]:
    page = later(reader, shown(reader) | more | {"send": "1"})
    assert page.status_code == 200, page.text
    found = re.search(r'class="code">([^<]+)<', page.text)
    assert found is not None
    return Inquiry.objects.latest("pk"), found[1]


def looked_up(reader: Client, code: str, **act: str) -> Any:
    return reader.post(reverse("site-asked"), {"code": code} | act)


def test_it_is_shown_before_it_is_sent(office: SimpleNamespace, reader: Client):
    page = later(reader, shown(reader))
    assert TEXT in page.text and "This does not become public: your name" in page.text
    assert not Inquiry.objects.exists()


def test_what_is_sent_is_an_inquiry_and_its_code_is_kept_as_a_digest(office: SimpleNamespace, reader: Client):
    inquiry, code = sent(reader)
    assert (inquiry.text, inquiry.sort, inquiry.channel) == (TEXT, "question", "online")
    assert Asker.objects.get(record=inquiry).name == "王某"
    assert len(code.replace("-", "")) == 12
    assert not Ticket.objects.filter(digest=code).exists() and Ticket.objects.filter(ref=inquiry.ref).exists()


def test_where_to_look_it_up_is_the_address_of_the_site(
    office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    SettingRow.objects.create(code="site_address", value="https://edu.example")
    codes: list[str] = []
    real = segno.make

    def make(text: str, **how: Any) -> Any:
        codes.append(text)
        return real(text, **how)

    monkeypatch.setattr(segno, "make", make)
    page = later(reader, shown(reader) | {"send": "1"}).text
    found = re.search(r'class="code">([^<]+)<', page)
    assert found is not None and codes == [f"https://edu.example{reverse('site-asked-code', args=[found[1]])}"]
    assert f"https://edu.example{reverse('site-asked')}" in page and "testserver" not in page


def test_a_text_that_tells_who_somebody_is_says_so_before_it_is_sent(office: SimpleNamespace, reader: Client):
    told = later(reader, shown(reader) | {"text": "我住幸福小区3号楼2单元501室，电话13812345678。"}).text
    assert "It holds: home address, private telephone." in told
    assert "Your text tells who somebody is" not in later(reader, shown(reader)).text


def test_pressed_twice_it_is_one(office: SimpleNamespace, reader: Client):
    values = shown(reader) | {"send": "1"}
    for _time in range(2):
        assert later(reader, values).status_code == 200
    assert Inquiry.objects.count() == 1


def test_the_code_finds_it_however_it_is_typed(office: SimpleNamespace, reader: Client):
    inquiry, code = sent(reader)
    for typed in (code, code.upper(), code.replace("-", " ")):
        page = looked_up(reader, typed)
        assert page.status_code == 200 and inquiry.number in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert reader.get(reverse("site-asked-code", args=[code])).status_code == 200


def test_an_answer_after_it_was_reopened_has_a_heading_of_its_own(office: SimpleNamespace, reader: Client):
    office.sam = member("sam", office.county, Role.SIGNER)
    inquiry, code = sent(reader)
    inquiry = moved(inquiry, "accept", office.alice)
    answered(office, moved(inquiry, "assign", office.alice, unit=office.county, owner=office.alice))
    assert headings(looked_up(reader, code).text) == ["Answer"]
    looked_up(reader, code, act="reopen", text="还没有解决。")
    answered(office, reread(inquiry.pk))
    assert headings(looked_up(reader, code).text) == ["Answer 1", "Answer 2"]


def headings(page: str) -> list[str]:
    return [each.text for each in BeautifulSoup(page, "html.parser").select("h2[id^=answer]")]


def test_a_wrong_code_says_the_same_as_one_that_ended(office: SimpleNamespace, reader: Client):
    inquiry, code = sent(reader)
    Ticket.objects.filter(ref=inquiry.ref).update(expires=clock.now())
    said = {re.sub(r'value="[^"]*"', "", looked_up(reader, typed).text) for typed in (code, "abcdabcdabcd")}
    assert len(said) == 1


def test_guessing_is_held_off(office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(guessing, "GUESSES", 3)
    answers = [looked_up(reader, f"{number:012d}").status_code for number in range(5)]
    assert answers == [422, 422, 422, 429, 429]


def test_something_is_added_by_the_code(office: SimpleNamespace, reader: Client):
    inquiry, code = sent(reader)
    page = looked_up(reader, code, act="supplement", text="每天七点半。")
    assert "What you added is with the office." in page.text and "每天七点半。" in page.text
    assert [word.text for word in inquiry.words.all()] == ["每天七点半。"]


def test_what_is_added_and_too_long_stays_whole_in_its_box(office: SimpleNamespace, reader: Client):
    inquiry, code = sent(reader)
    long = "每天七点半。" * 400
    page = looked_up(reader, code, act="supplement", text=long)
    assert page.status_code == 422 and "has 2400" in page.text
    assert BeautifulSoup(page.text, "html.parser").select_one("#text-supplement").text.strip() == long  # type: ignore[union-attr]  # it is there
    assert not inquiry.words.exists()


@pytest.mark.parametrize(
    ("more", "seconds", "said"),
    [
        ({"homepage": "http://x"}, 60, "people do not see"),
        ({}, 1, "within seconds"),
        ({}, 25 * 3600, "more than a day"),
        ({"text": "http://a http://b www.c"}, 60, "more than two links"),
        ({"text": " "}, 60, "problem"),
        ({"sort": "accusation"}, 60, "problem"),
        ({"token": "made up"}, 60, TEXT),
    ],
)
def test_what_is_refused_keeps_its_text(
    office: SimpleNamespace, reader: Client, more: dict[str, str], seconds: int, said: str
):
    page = later(reader, shown(reader) | more | {"send": "1"}, seconds=seconds)
    assert page.status_code == 422 and said in page.text
    assert more.get("text", TEXT).strip() in page.text
    assert not Inquiry.objects.exists()


def test_a_form_that_was_open_too_long_is_sent_the_second_time(office: SimpleNamespace, reader: Client):
    values = shown(reader) | {"send": "1"}
    page = BeautifulSoup(later(reader, values, seconds=25 * 3600).text, "html.parser")
    token = page.select_one("input[name=token]")
    assert token is not None and token["value"] != values["token"]


def test_two_hundred_parents_behind_one_address_are_heard_and_a_flood_is_not(office: SimpleNamespace, reader: Client):
    SettingRow.objects.create(code="ask_per_address", value="20")
    heard = [later(reader, shown(reader) | {"send": "1", "text": f"{TEXT}{n}"}).status_code for n in range(22)]
    assert heard == [200] * 20 + [429] * 2
    assert Inquiry.objects.count() == 20


def test_a_flood_in_haste_takes_nobodys_place_who_wrote(office: SimpleNamespace, reader: Client):
    SettingRow.objects.create(code="ask_per_address", value="20")
    hasty = [later(reader, shown(reader) | {"send": "1"}, seconds=5).status_code for _n in range(22)]
    assert hasty == [200] * 20 + [429] * 2
    assert later(reader, shown(reader) | {"send": "1"}).status_code == 200


def test_a_file_goes_with_it_and_a_bad_one_is_refused_with_a_sentence(office: SimpleNamespace, reader: Client):
    good = SimpleUploadedFile("情况.txt", "门口照片说明".encode())
    inquiry, _code = sent(reader, files=good)
    assert inquiry.ref and _attached(inquiry) == ["情况.txt"]
    bad = SimpleUploadedFile("a.exe", b"MZ\x90\x00" + b"\x00" * 100)
    page = later(reader, shown(reader) | {"send": "1", "files": bad})
    assert page.status_code in (415, 422) and TEXT in page.text
    assert Inquiry.objects.count() == 1


def test_more_files_than_are_taken_are_refused_and_none_is_left_out_unsaid(office: SimpleNamespace, reader: Client):
    def files(count: int) -> list[SimpleUploadedFile]:
        return [SimpleUploadedFile(f"{number}.txt", f"说明{number}".encode()) for number in range(count)]

    page = later(reader, shown(reader) | {"send": "1", "files": files(4)})
    assert page.status_code == 422 and TEXT in page.text and "Up to 3 files" in page.text
    assert not Inquiry.objects.exists()
    inquiry, _code = sent(reader, files=files(3))
    assert len(_attached(inquiry)) == 3


def _attached(inquiry: Inquiry) -> list[str]:
    from youju.records.heads.attachments import attachments_of

    return [attachment.name for attachment in attachments_of([inquiry.ref])[inquiry.ref]]


def test_the_site_closed_nothing_is_asked(office: SimpleNamespace, reader: Client):
    SettingRow.objects.create(code="ask_open", value="no")
    assert reader.get(reverse("site-ask")).status_code == 404


def test_no_cookie_is_set(office: SimpleNamespace, reader: Client):
    sent(reader)
    assert not reader.cookies


def test_the_short_address_leads_there(office: SimpleNamespace, reader: Client):
    assert reader.get("/ask/").headers["Location"] == reverse("site-ask")
