"""Plain bytes as text: UTF-8, GB18030, or UTF-16 with its mark. Any other encoding is named, not read."""

import re

from django.utils.translation import gettext_lazy as _

from youju.claims.documents.errors import DocumentNotText, DocumentOtherEncoding, DocumentUnknownEncoding
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
_HAN = re.compile("[\u4e00-\u9fff]+")
_SEVEN_BITS = ((re.compile(rb"\+[A-Za-z0-9+/]{3}"), "utf-7", "UTF-7"), (re.compile(rb"~\{"), "hz", "HZ"))
_KOREAN = frozenset("이다는의에을하고가를은로도지기사한서리인")
_KANA = re.compile("[\u3041-\u30fa]")
_SYLLABLE_OR_HAN = re.compile("[\uac00-\ud7a3\u4e00-\u9fff]")
_FEW = 8  # characters; fewer prove nothing
_USUAL_SHARE = 0.95
_LOOKED_AT = 20_000  # bytes; an even number, as UTF-16 needs


def decode(content: bytes, name: str) -> str:
    """The text of the bytes. Raises DocumentNotText, DocumentOtherEncoding, DocumentUnknownEncoding."""
    encoding = encoding_of([content])
    if encoding is None:
        raise _refusal(content, name)
    text = content.decode(encoding)
    if seems := _mistaken(content[:_LOOKED_AT], text, encoding):
        raise DocumentOtherEncoding(name=name, encoding=seems)
    return text


def _mistaken(content: bytes, text: str, encoding: str) -> str:
    """The encoding whose bytes only happen to pass as another one's; empty where there is no sign of one."""
    if encoding == "utf-8":
        return next((said for mark, codec, said in _SEVEN_BITS if _is_seven_bits(content, mark, codec)), "")
    # Much of Big5 passes as GB18030, but then every few characters fall among those that have no meaning there.
    if encoding != "gb18030":
        return ""
    if _PRIVATE.search(text) and _reads(content, "big5"):
        return "Big5"
    if 5 * len(_KANA.findall(text)) >= len(text) and _reads(content, "euc_jp"):
        return "EUC-JP"
    return "EUC-KR" if _is_korean(content) else ""


def _is_seven_bits(content: bytes, mark: re.Pattern[bytes], codec: str) -> bool:
    """Whether ASCII alone spells Chinese in one of the encodings made for old mail."""
    if not (content.isascii() and mark.search(content)):
        return False
    written = "".join(_HAN.findall(content.decode(codec, "ignore")))
    return len(written) >= _FEW and _reads(content, codec)


def _is_korean(content: bytes) -> bool:
    """Whether the bytes make Korean: nearly all are syllables, and the usual ones are frequent among them.

    They pass as GB18030, but fill only its first rows; Chinese fills all.
    """
    written = _SYLLABLE_OR_HAN.findall(content.decode("cp949", "replace"))
    syllables = [each for each in written if each >= "\uac00"]
    usual = sum(each in _KOREAN for each in syllables)
    return len(written) >= _FEW and len(syllables) >= _USUAL_SHARE * len(written) and usual >= len(syllables) / 5


def _refusal(content: bytes, name: str) -> DocumentNotText | DocumentOtherEncoding | DocumentUnknownEncoding:
    seems = next((said for codec, said in _OTHERS.items() if _reads(content[:_LOOKED_AT], codec)), "")
    if seems:
        return DocumentOtherEncoding(name=name, encoding=seems)
    return (DocumentNotText if _CONTROLS.search(content) else DocumentUnknownEncoding)(name=name)


def _reads(content: bytes, codec: str) -> bool:
    """Whether the bytes make an ordinary text in this encoding."""
    text = content.decode(codec, "replace")
    return len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text)
