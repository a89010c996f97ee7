"""Which of the encodings in use here a text has: UTF-8, GB18030, or UTF-16 with its mark."""

import codecs
from collections.abc import Iterable
from itertools import chain

# In this order: every text in GBK or GB2312 is GB18030, but little of it passes as UTF-8.
_UNMARKED = ("utf-8", "gb18030")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Tab, line feed, Word's line break, form feed, carriage return, and the end mark that old editors leave.
_HARMLESS = {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A}
_CONTROLS = {code: None for code in range(0x20) if code not in _HARMLESS} | {0x7F: None}


def encoding_of(pieces: Iterable[bytes]) -> str | None:
    """The codec that decodes all pieces to a text without control characters; None: this is no text."""
    rest = iter(pieces)
    first = next(rest, b"")
    marked = next((codec for mark, codec in _MARKS if first.startswith(mark)), None)
    readers = [_Reader(codec) for codec in ((marked,) if marked else _UNMARKED)]
    for piece in chain([first], rest):
        readers = [reader for reader in readers if reader.accepts(piece)]
    readers = [reader for reader in readers if reader.accepts(b"", final=True)]
    return readers[0].codec if readers else None


class _Reader:
    """One codec, fed piece by piece: a character may lie across two pieces."""

    def __init__(self, codec: str) -> None:
        self.codec = codec
        self._decoder = codecs.getincrementaldecoder(codec)()

    def accepts(self, piece: bytes, *, final: bool = False) -> bool:
        try:
            text = self._decoder.decode(piece, final)
        except UnicodeDecodeError:
            return False
        return len(text.translate(_CONTROLS)) == len(text)
