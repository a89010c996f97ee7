"""Text is told from bytes, and one encoding from another, also across the seam of two pieces."""

import pytest

from youju.evidence.encodings import encoding_of

TEXT = "姓名：王小明，答复信件156件。\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        ("𠮷".encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (b"", "utf-8"),
        (TEXT.encode("utf-16-le"), None),
        (b"\x00\x01", None),
        (TEXT.encode()[:-4] + b"\xff\xff", None),
    ],
)
def test_it_tells_the_encoding(content: bytes, encoding: str | None):
    assert encoding_of([content]) == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_character_may_lie_across_two_pieces(encoding: str):
    content = TEXT.encode(encoding)

    for seam in range(4, len(content)):
        assert encoding_of([content[:seam], content[seam:]]) == encoding
