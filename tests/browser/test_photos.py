"""Nine photos of some 8 MB from a telephone: made smaller, cut off on the way, resumed, in order, hashes right."""

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, Route
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

_WIDTH, _HEIGHT = 3264, 2448
_TAKEN = "2025:03:14 10:20:30"


@pytest.fixture
def office(live_server: LiveServer, tmp_path: Path, settings: Any) -> Iterator[SimpleNamespace]:
    from tests.records.cast import make_cast, visits

    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    cast = make_cast()
    record = visits(cast.bob, cast.hill)
    yield SimpleNamespace(url=live_server.url, cast=cast, record=record, folder=tmp_path)


def _photo(path: Path, seed: int, *, turned: bool = False) -> Path:
    """A photo of noise, which no camera packs small."""
    noise = random.Random(seed).randbytes(_WIDTH * _HEIGHT * 3)
    picture = Image.frombytes("RGB", (_WIDTH, _HEIGHT), noise)
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = _TAKEN
    if turned:
        exif[0x0112] = 6
    picture.save(path, "JPEG", quality=93, exif=exif)
    return path


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _open(phone: Page, office: SimpleNamespace) -> None:
    log_in(phone, office.url, "bob")
    phone.goto(f"{office.url}/record/{office.record.ref}/")


class _BadLine:
    """Counts what is sent, and breaks off some of the pieces."""

    def __init__(self, breaks: set[int]) -> None:
        self.breaks, self.seen = breaks, Counter[str]()

    def __call__(self, route: Route) -> None:
        self.seen[route.request.method] += 1
        if route.request.method == "PATCH" and self.seen["PATCH"] in self.breaks:
            self.seen["broken"] += 1
            route.abort("connectionreset")
        else:
            route.continue_()


def test_nine_photos_are_made_smaller_and_go_on_after_a_cut(phone: Page, office: SimpleNamespace) -> None:
    from youju.evidence.models import Transfer
    from youju.evidence.store import verify
    from youju.records.heads.attachments import Attachment

    photos = [_photo(office.folder / f"照片{place}.jpg", place, turned=place == 3) for place in range(1, 10)]
    assert min(photo.stat().st_size for photo in photos) > 7_500_000
    line = _BadLine({2, 3, 9, 14})
    phone.route("**/transfers/**", line)
    _open(phone, office)
    phone.check(".next [data-keeps]")
    phone.set_input_files("#next_uploads", photos)
    phone.click(".next form >> nth=0 >> button.btn-primary")  # too early: it goes by itself
    assert phone.is_visible(".next [data-upload-wait]")
    phone.wait_for_selector("text=佐证已添加", timeout=240_000)

    attachments = list(Attachment.objects.order_by("pk"))
    assert line.seen["broken"] == 4
    assert line.seen["POST"] == 9
    assert [attachment.name for attachment in attachments] == [photo.name for photo in photos]
    assert [attachment.original for attachment in attachments] == [_sha256(photo) for photo in photos]
    for attachment, photo in zip(attachments, photos, strict=True):
        assert attachment.file is not None
        assert verify(attachment.file) is None
        assert attachment.file.size < photo.stat().st_size * 0.8
        assert attachment.file.made is not None  # what the camera noted went along
        assert attachment.file.made.year == 2025
    with Image.open(office.folder / "evidence" / _place(attachments[2])) as turned:
        assert turned.size == (1920, 2560)
        assert turned.getexif().get(0x0112, 1) == 1
    assert not Transfer.objects.exists()


def test_originals_go_unchanged_and_are_resumed_after_the_page_was_closed(phone: Page, office: SimpleNamespace) -> None:
    from youju.records.heads.attachments import Attachment

    photo = _photo(office.folder / "原图.jpg", 1)
    line = _BadLine(set(range(4, 10_000)))  # after three pieces nothing comes through
    phone.route("**/transfers/**", line)
    _open(phone, office)
    phone.uncheck(".next [data-shrinks]")
    phone.set_input_files("#next_uploads", photo)
    phone.wait_for_selector("text=网络中断")
    phone.unroute("**/transfers/**")
    phone.reload()
    again = _BadLine(set())
    phone.route("**/transfers/**", again)
    phone.uncheck(".next [data-shrinks]")
    phone.set_input_files("#next_uploads", photo)
    phone.wait_for_selector(".next li[data-done]")
    assert (line.seen["POST"], again.seen["POST"], again.seen["HEAD"]) == (1, 0, 1)
    phone.click(".next form >> nth=0 >> button.btn-primary")
    phone.wait_for_selector("text=佐证已添加")
    attachment = Attachment.objects.get()
    assert attachment.file is not None
    assert (attachment.file.sha256, attachment.original) == (_sha256(photo), "")


def test_one_is_taken_off_while_it_is_sent_and_the_others_arrive(phone: Page, office: SimpleNamespace) -> None:
    from youju.evidence.models import Transfer
    from youju.records.heads.attachments import Attachment

    photos = [_photo(office.folder / f"{place}.jpg", place) for place in (1, 2)]
    _open(phone, office)
    phone.uncheck(".next [data-shrinks]")
    on_the_way: list[Route] = []
    phone.route("**/transfers/", lambda route: on_the_way.append(route), times=1)
    with phone.expect_request("**/transfers/"):
        phone.set_input_files("#next_uploads", photos)
    phone.click(".next [data-upload-list] li:first-child button")  # before the server has said where it goes
    on_the_way[0].continue_()
    phone.wait_for_selector(".next li[data-done]")
    phone.click(".next form >> nth=0 >> button.btn-primary")
    phone.wait_for_selector("text=佐证已添加")
    assert [attachment.name for attachment in Attachment.objects.all()] == ["2.jpg"]
    assert not Transfer.objects.exists()


def test_what_is_refused_is_said_at_the_file(phone: Page, office: SimpleNamespace) -> None:
    wrong = office.folder / "程序.jpg"
    wrong.write_bytes(b"MZ" + b"\0" * 5000)
    _open(phone, office)
    phone.set_input_files("#next_uploads", wrong)
    phone.wait_for_selector(".next li[data-failed]")
    assert "程序.jpg" in phone.inner_text(".next li[data-failed] [data-state]")
    phone.locator(".next form:has(#next_uploads)").evaluate("form => form.requestSubmit()")
    phone.wait_for_selector(".next [data-upload-failed]:visible")
    phone.wait_for_selector(".next li[data-failed] button:focus")
    phone.click(".next li[data-failed] button")
    with phone.expect_navigation():
        phone.locator(".next form:has(#next_uploads)").evaluate("form => form.requestSubmit()")


def _place(attachment: object) -> Path:
    sha256 = str(attachment.file.sha256)  # type: ignore[attr-defined]  # the photo has a file
    return Path(sha256[:2]) / sha256[2:4] / sha256
