"""A picture taken twice is found again, scaled or packed anew; another picture and an empty page are not."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance

from tests.evidence.conftest import Receive
from youju.evidence.fingerprints import NEAR, distance, fingerprint_of, pieces, signed, unsigned
from youju.evidence.likeness import files_like

_PRINTS = st.integers(0, 2**64 - 1)


def scene(seed: int = 1, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """A room with people in it, as far as boxes and discs can be one; another for every seed."""
    picture = Image.new("RGB", size, (30 + 20 * (seed % 7), 120, 160))
    draw = ImageDraw.Draw(picture)
    for place in range(12):
        mix = (seed * 7919 + place * 104729) % 65521
        x, y, wide = mix % size[0], mix * 31 % size[1], 30 + mix % 150
        draw.ellipse((x, y, x + wide, y + wide), fill=(mix % 256, mix // 3 % 256, mix // 7 % 256))
    return picture


def packed(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    made = BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def test_a_picture_scaled_or_packed_anew_is_found(receive: Receive):
    first = receive(packed(scene(), quality=92), "a.jpg")
    again = [
        receive(packed(scene().resize((320, 240)), quality=60), "b.jpg"),
        receive(packed(ImageEnhance.Brightness(scene()).enhance(1.1), "PNG"), "c.png"),
    ]
    assert files_like([first]) == {first.pk: again}


def test_other_pictures_are_not(receive: Receive):
    first = receive(packed(scene(1)), "a.jpg")
    for seed in range(2, 12):
        receive(packed(scene(seed)), f"{seed}.jpg")
    assert files_like([first]) == {}


def test_an_empty_page_is_like_no_other(receive: Receive):
    page = receive(packed(Image.new("RGB", (600, 800), "white")), "a.jpg")
    receive(packed(Image.new("RGB", (601, 800), "white")), "b.jpg")
    assert page.fingerprint is None
    assert files_like([page]) == {}


def test_a_picture_that_says_how_it_is_turned_is_seen_upright(tmp_path: Path):
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = tmp_path / "turned.jpg"
    turned.write_bytes(packed(scene().rotate(90, expand=True), quality=92, exif=exif))
    straight = tmp_path / "straight.jpg"
    straight.write_bytes(packed(scene(), quality=92))
    one, other = fingerprint_of(turned), fingerprint_of(straight)
    assert one is not None and other is not None
    assert distance(one, other) <= NEAR


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 and no more", b"GIF89a", b"<svg/>"])
def test_what_no_decoder_reads_has_no_fingerprint(tmp_path: Path, content: bytes):
    path = tmp_path / "odd"
    path.write_bytes(content)
    assert fingerprint_of(path) is None


@given(_PRINTS, st.sets(st.integers(0, 63), max_size=NEAR))
def test_whatever_few_bits_change_a_piece_stays_the_same(fingerprint: int, changed: set[int]):
    other = fingerprint ^ sum(1 << bit for bit in changed)
    assert distance(fingerprint, other) == len(changed)
    assert set(pieces(fingerprint)) & set(pieces(other))


@given(_PRINTS)
def test_a_database_gives_back_what_it_was_given(fingerprint: int):
    assert -(2**63) <= signed(fingerprint) < 2**63
    assert unsigned(signed(fingerprint)) == fingerprint
    assert all(0 <= piece < 2**15 for piece in pieces(fingerprint))
