"""Pages put words together through youju.phrases, so that those in English have English brackets, commas and colons."""

import re
from pathlib import Path

_MARKS = re.compile("[（），、；：]")
_JOINED = re.compile(r'"[、，；]"\.join\(|（\{|\}）|_\("[,;] "\)\.join')
_COLON = re.compile(r"(?:\}\}|%\}|</(?:a|strong|code|span|b)>):(?: \S|$)", re.MULTILINE)
_SENTENCE = re.compile(r"\{% blocktranslate.*?endblocktranslate %\}", re.DOTALL)
# Chinese whoever reads them: what stands where nothing can be translated, and a letter as it goes out.
_CHINESE = {
    "youju/templates/500.html",
    "youju/templates/503.html",
    "youju/records/inquiries/correction_letter/templates/correctionletter/beside.html",
}
# Names as they are typed back into their field, which are read apart by 、.
_TYPED_BACK = {"youju/desk/templatetags/desk_forms.py"}


def test_no_template_has_marks_of_one_language():
    templates = {str(path): path.read_text("utf-8") for path in Path("youju").rglob("*.html")}
    assert templates.keys() >= _CHINESE
    assert [path for path, text in templates.items() if path not in _CHINESE and _MARKS.search(text)] == []


def test_no_template_joins_words_by_an_english_colon():
    """Within ``blocktranslate`` it is the sentence's own."""
    texts = {str(path): _SENTENCE.sub("", path.read_text("utf-8")) for path in Path("youju").rglob("*.html")}
    assert [path for path, text in texts.items() if _COLON.search(text)] == []


def test_no_page_joins_words_by_marks_of_one_language():
    modules = [path for part in ("desk", "portal", "plans", "duty") for path in Path("youju", part).rglob("*.py")]
    assert [str(path) for path in modules if _JOINED.search(path.read_text("utf-8"))] == sorted(_TYPED_BACK)
