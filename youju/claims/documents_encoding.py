"""Plain bytes as text: UTF-8, GB18030, or UTF-16 with its mark. Any other encoding is named, not read."""

import re

from django.utils.translation import gettext_lazy as _

from youju.claims.documents_errors import DocumentNotText, DocumentOtherEncoding, DocumentUnknownEncoding
from youju.evidence.encodings import encoding_of

_UNMARKED = _("UTF-16 without its mark")
_OTHERS = {
    "utf-16-le": _UNMARKED,
    "utf-16-be": _UNMARKED,
    "big5": "Big5",
    "shift_jis": "Shift JIS",
    "cp1252": "Latin-1",
}
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_USUAL = re.compile("[\\s!-~\u00b7-\u00ff\u2013-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_USUAL_SHARE = 0.95
_LOOKED_AT = 20_000  # bytes; an even number, as UTF-16 needs


def decode(content: bytes, name: str) -> str:
    """The text of the bytes. Raises DocumentNotText, DocumentOtherEncoding, DocumentUnknownEncoding."""
    encoding = encoding_of([content])
    if encoding is None:
        raise _refusal(content, name)
    text = content.decode(encoding)
    # Much of Big5 passes as GB18030, but then every few characters fall among those that have no meaning there.
    if encoding == "gb18030" and _PRIVATE.search(text) and _reads(content[:_LOOKED_AT], "big5"):
        raise DocumentOtherEncoding(name=name, encoding="Big5")
    return text


def _refusal(content: bytes, name: str) -> DocumentNotText | DocumentOtherEncoding | DocumentUnknownEncoding:
    seems = next((said for codec, said in _OTHERS.items() if _reads(content[:_LOOKED_AT], codec)), "")
    if seems:
        return DocumentOtherEncoding(name=name, encoding=seems)
    return (DocumentNotText if _CONTROLS.search(content) else DocumentUnknownEncoding)(name=name)


def _reads(content: bytes, codec: str) -> bool:
    """Whether the bytes make an ordinary text in this encoding."""
    text = content.decode(codec, "replace")
    return len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text)
