"""Files in pieces, by tus 1.0: resumed, cancelled, counted, and of nobody but the member who began them."""

import base64
import hashlib
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.evidence import samples
from tests.records.cast import visits
from youju.desk.records import transfers
from youju.evidence import folder
from youju.evidence.models import File, Transfer
from youju.evidence.transfers import PIECE, transfer_append, transfers_prune
from youju.lib import clock
from youju.orgs.settings import SettingRow
from youju.records.heads.attachments import Attachment

TUS = {"Tus-Resumable": "1.0.0"}
PHOTO = samples.jpeg(taken="2025:03:14 10:00:00")


def _begin(browser: Client, size: int, name: str = "合影.jpg", **about: str) -> Any:
    pairs = {"filename": name, **about}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs.items())
    return browser.post(
        reverse("transfers"), content_type="", headers={**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata}
    )


def _append(browser: Client, url: str, offset: object, piece: bytes, **headers: str) -> Any:
    return browser.patch(
        url, piece, content_type="application/offset+octet-stream",
        headers={**TUS, "Upload-Offset": str(offset), **headers},
    )  # fmt: skip


def _sent(browser: Client, content: bytes, name: str = "合影.jpg", **about: str) -> str:
    """The code of a transfer that has arrived."""
    url = str(_begin(browser, len(content), name, **about)["Location"])
    assert _append(browser, url, 0, content).status_code == 204
    return url.rstrip("/").rpartition("/")[2]


def _status(answer: Any) -> int:
    return int(answer.status_code)


def test_it_arrives_in_pieces_and_becomes_evidence_of_the_form_that_names_it(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]
    for start in range(0, len(PHOTO), 20):
        assert _status(_append(browser, url, start, PHOTO[start : start + 20])) == 204
    code = url.rstrip("/").rpartition("/")[2]
    browser.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, transfers=[code]))
    attachment = Attachment.objects.get()
    assert attachment.file is not None
    assert (attachment.name, attachment.file.sha256) == ("合影.jpg", hashlib.sha256(PHOTO).hexdigest())
    assert not Transfer.objects.exists()
    assert not list(folder.transfers().iterdir())


def test_after_a_cut_the_server_says_where_to_go_on(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]
    _append(browser, url, 0, PHOTO[:30])
    where = browser.head(url, headers=TUS)
    assert (where["Upload-Offset"], where["Upload-Length"]) == ("30", str(len(PHOTO)))
    assert _append(browser, url, 30, PHOTO[30:])["Upload-Offset"] == str(len(PHOTO))


@pytest.mark.parametrize("offset", [0, 29, 31, 10_000])
def test_a_piece_for_another_place_is_refused_with_the_right_one(cast: SimpleNamespace, desk: Desk, offset: int):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]
    _append(browser, url, 0, PHOTO[:30])
    answer = _append(browser, url, offset, b"xx")
    assert (_status(answer), answer["Upload-Offset"]) == (409, "30")
    assert Transfer.objects.get().there == 30


def test_what_a_dead_request_left_behind_is_written_over(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]
    _append(browser, url, 0, PHOTO[:30])
    with Transfer.objects.get().path.open("ab") as content:
        content.write(b"half of a piece whose row was never written")
    _append(browser, url, 30, PHOTO[30:])
    assert Transfer.objects.get().path.read_bytes() == PHOTO


@pytest.mark.parametrize("method", ["head", "patch", "delete"])
def test_a_transfer_of_somebody_else_is_not_there(cast: SimpleNamespace, desk: Desk, method: str):
    url = _begin(desk(cast.bob), len(PHOTO))["Location"]
    headers = {**TUS, "Upload-Offset": "0", "content-type": "application/offset+octet-stream"}
    answer = getattr(desk(cast.charlie), method)(url, headers=headers)
    assert answer.status_code == 404
    assert Transfer.objects.get().there == 0


def test_another_members_code_in_a_form_is_refused(cast: SimpleNamespace, desk: Desk):
    code = _sent(desk(cast.bob), PHOTO)
    page = desk(cast.charlie).post(
        reverse("record-new", args=["statistic"]), visits_form(cast.lake.pk, transfers=[code])
    )
    assert page.status_code == 422
    assert not Attachment.objects.exists()
    assert "合影.jpg" not in page.text


def test_a_file_that_has_not_arrived_is_not_handed_in(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]
    _append(browser, url, 0, PHOTO[:30])
    code = url.rstrip("/").rpartition("/")[2]
    page = browser.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, transfers=[code]))
    assert "has not arrived completely" in page.text
    assert not Attachment.objects.exists()


def test_a_form_that_has_to_be_mended_keeps_what_arrived(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    code = _sent(browser, PHOTO)
    page = browser.post(
        reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, title="", transfers=[code])
    )
    assert page.status_code == 422
    assert f'name="transfers" value="{code}"' in page.text
    assert Transfer.objects.exists()


def test_the_order_is_that_of_the_form(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    pictures = [samples.jpeg(width, 30) for width in (40, 50, 60)]
    codes = [_sent(browser, picture, f"{place}.jpg") for place, picture in enumerate(pictures)]
    browser.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, transfers=codes[::-1]))
    assert [attachment.name for attachment in Attachment.objects.order_by("pk")] == ["2.jpg", "1.jpg", "0.jpg"]


def test_files_are_added_to_a_draft_in_the_same_way(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    browser = desk(cast.bob)
    original = hashlib.sha256(b"the original").hexdigest()
    code = _sent(browser, PHOTO, original=original)
    browser.post(reverse("evidence-attach", args=[record.ref]), {"grade": "file", "transfers": [code]})
    assert Attachment.objects.get().original == original
    assert original in browser.get(reverse("record", args=[record.ref])).text


def test_the_originals_hash_is_part_of_what_verifying_commits_to(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    plain = Attachment(record_ref=record.ref, link="https://example.org/", name="a", added_by=cast.bob)
    told = Attachment(
        record_ref=record.ref, link="https://example.org/", name="a", added_by=cast.bob, original="f" * 64
    )
    told.added = plain.added
    assert told.text == f"{plain.text}\n{'f' * 64}"


@pytest.mark.parametrize("original", ["", "F" * 64, "f" * 63, "<b>", "f" * 65])
def test_what_is_no_hash_is_not_kept(cast: SimpleNamespace, desk: Desk, original: str):
    _begin(desk(cast.bob), 10, original=original)
    assert Transfer.objects.get().original == ""


def test_what_cannot_be_evidence_is_refused_while_its_sender_is_there(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, 8, "a.jpg")["Location"]
    answer = _append(browser, url, 0, b"MZ\x90\0abcd")
    assert _status(answer) == 422
    assert "a.jpg" in answer.text
    assert not Transfer.objects.exists()
    assert not list(folder.transfers().iterdir())


@pytest.mark.parametrize(("size", "status"), [(0, 422), (20 * 1024 * 1024 + 1, 413), (10**14, 413)])
def test_a_size_beyond_the_limit_is_refused_before_a_byte_is_sent(
    cast: SimpleNamespace, desk: Desk, size: int, status: int
):
    assert _status(_begin(desk(cast.bob), size)) == status
    assert not Transfer.objects.exists()


def test_more_than_was_announced_is_not_taken(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, 10)["Location"]
    assert _status(_append(browser, url, 0, b"x" * 11)) == 413
    assert Transfer.objects.get().there == 0


def test_a_piece_has_a_largest_size(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, 5 * PIECE)["Location"]
    assert _status(_append(browser, url, 0, b"x" * (PIECE + 1))) == 413
    assert _status(_append(browser, url, 0, b"x" * PIECE)) == 204


def test_what_is_on_its_way_counts_in_the_members_room(cast: SimpleNamespace, desk: Desk):
    SettingRow.objects.create(code="member_megabytes", value="3")
    browser = desk(cast.bob)
    assert _status(_begin(browser, 2 * PIECE)) == 201
    answer = _begin(browser, 2 * PIECE)
    assert _status(answer) == 413
    assert "3 MB" in answer.text
    assert _status(_begin(desk(cast.charlie), 2 * PIECE)) == 201


def test_so_many_are_on_their_way_at_most(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    for _place in range(60):
        _begin(browser, 1)
    assert _status(_begin(browser, 1)) == 429
    assert Transfer.objects.count() == 60


def test_taking_one_off_deletes_it(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    code = _sent(browser, PHOTO)
    assert browser.delete(reverse("transfer", args=[code]), headers=TUS).status_code == 204
    assert not Transfer.objects.exists()
    assert not list(folder.transfers().iterdir())


def test_after_a_day_they_are_deleted_with_bytes_that_nobody_knows(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    old, new = _sent(browser, PHOTO), _sent(browser, PHOTO)
    Transfer.objects.filter(code=old).update(begun=clock.now() - timedelta(days=1, seconds=1))
    (folder.transfers() / "lost").write_bytes(b"x")
    assert transfers_prune() == 2
    assert [path.name for path in folder.transfers().iterdir()] == [new]
    page = browser.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, transfers=[old]))
    assert "deleted after a day" in page.text


def test_bytes_that_are_lost_are_said_to_be_gone(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]
    _append(browser, url, 0, PHOTO[:30])
    Transfer.objects.get().path.unlink()
    assert _status(_append(browser, url, 30, PHOTO[30:])) == 404


def test_bytes_that_another_form_took_are_said_to_be_gone(cast: SimpleNamespace, desk: Desk):
    """Two forms at once: the other has handed it in, and its row is about to go."""
    browser = desk(cast.bob)
    code = _sent(browser, PHOTO)
    Transfer.objects.get().path.unlink()
    page = browser.post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk, transfers=[code]))
    assert page.status_code == 422
    assert "合影.jpg” is no longer here" in page.text
    assert not Attachment.objects.exists()


def test_a_last_piece_whose_transfer_was_taken_off_is_refused(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    browser = desk(cast.bob)
    url = _begin(browser, len(PHOTO))["Location"]

    def append_and_lose(**told: Any) -> Transfer:
        found = transfer_append(**told)
        found.path.unlink()
        return found

    monkeypatch.setattr(transfers, "transfer_append", append_and_lose)
    assert _status(_append(browser, url, 0, PHOTO)) == 422
    assert not Transfer.objects.exists()


def test_the_name_leads_nowhere(cast: SimpleNamespace, desk: Desk):
    _begin(desk(cast.bob), 10, "../../etc/passwd.jpg")
    transfer = Transfer.objects.get()
    assert transfer.name == "passwd.jpg"
    assert transfer.path.parent == folder.transfers()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 412),
        ({"Tus-Resumable": "0.2.2"}, 412),
        ({**TUS}, 400),
        ({**TUS, "Upload-Length": "-1"}, 400),
        ({**TUS, "Upload-Length": "٣"}, 400),
        ({**TUS, "Upload-Length": "1e3"}, 400),
        ({**TUS, "Upload-Length": "5", "Upload-Metadata": "filename ***,,, a b c"}, 201),
    ],
)
def test_wrong_headers_are_told_apart(cast: SimpleNamespace, desk: Desk, headers: dict[str, str], status: int):
    assert desk(cast.bob).post(reverse("transfers"), content_type="", headers=headers).status_code == status


def test_a_client_can_ask_what_is_spoken(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).options(reverse("transfers"))
    assert answer["Tus-Extension"] == "creation,termination"
    assert answer["Tus-Max-Size"] == str(20 * 1024 * 1024)


def test_nobody_sends_without_a_log_in(cast: SimpleNamespace):
    assert _status(_begin(Client(), 10)) == 302
    assert not Transfer.objects.exists()


def test_photos_of_a_group_message_wait_for_its_form(cast: SimpleNamespace, desk: Desk):
    browser = desk(cast.bob)
    code = _sent(browser, PHOTO)
    message = {"text": "11月9日，学雷锋志愿服务走进敬老院", "transfers": [code], "uploads": paper()}
    page = browser.post(reverse("record-message"), message, follow=True)
    assert page.text.count('name="transfers"') == 2
    assert f'value="{code}"' in page.text
    assert not File.objects.exists()
