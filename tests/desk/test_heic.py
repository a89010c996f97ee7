"""A photo as telephones take it (HEIC) is looked at as a JPEG; the file itself stays what counts."""

import io
from types import SimpleNamespace

import pillow_heif
from django.urls import reverse
from PIL import Image

from tests.desk.conftest import Desk
from tests.desk.paper import paper
from tests.evidence import samples
from tests.records.cast import visits
from youju.records.heads.attachments import Attachment


def _heic(width: int, height: int) -> bytes:
    picture = Image.linear_gradient("L").convert("RGB").resize((width, height))
    out = io.BytesIO()
    pillow_heif.from_pillow(picture).save(out, quality=60)
    return out.getvalue()


def _attached(cast: SimpleNamespace, desk: Desk, content: bytes, name: str = "IMG_1.HEIC") -> Attachment:
    record = visits(cast.bob, cast.hill)
    form = {"grade": "file", "uploads": paper(name, content)}
    assert desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), form).status_code == 302
    return Attachment.objects.get()


def test_the_viewer_shows_it_as_a_jpeg_that_fits_a_screen(cast: SimpleNamespace, desk: Desk):
    attachment = _attached(cast, desk, _heic(3000, 1500))
    page = desk(cast.bob).get(reverse("evidence-view", args=[attachment.pk])).text
    address = reverse("evidence-picture", args=[attachment.pk])
    assert f'src="{address}"' in page
    answer = desk(cast.bob).get(address)
    assert answer["Content-Type"] == "image/jpeg"
    with Image.open(io.BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (2560, 1280))
        assert not shown.getexif()


def test_one_that_cannot_be_unpacked_has_no_picture(cast: SimpleNamespace, desk: Desk):
    attachment = _attached(cast, desk, samples.heic(400, 300))
    assert desk(cast.bob).get(reverse("evidence-picture", args=[attachment.pk])).status_code == 404


def test_another_picture_has_no_such_copy(cast: SimpleNamespace, desk: Desk):
    attachment = _attached(cast, desk, samples.png(), "a.png")
    assert desk(cast.bob).get(reverse("evidence-picture", args=[attachment.pk])).status_code == 404


def test_whoever_may_not_read_the_record_sees_no_picture(cast: SimpleNamespace, desk: Desk):
    attachment = _attached(cast, desk, _heic(64, 64))
    assert desk(cast.charlie).get(reverse("evidence-picture", args=[attachment.pk])).status_code == 404
