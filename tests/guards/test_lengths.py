"""What is typed or pasted is never cut off without a word: no field stops the browser, and the server says it."""

from pathlib import Path

from django import forms

import youju

_PACKAGE = Path(youju.__file__).parent
_DRAWN = _PACKAGE / "config" / "drawing.py"


class _Form(forms.Form):
    line = forms.CharField(max_length=5)
    text = forms.CharField(max_length=5, widget=forms.Textarea)
    when = forms.SplitDateTimeField(widget=forms.SplitDateTimeWidget({"maxlength": "5"}))


def test_no_page_and_no_script_writes_a_length_at_which_a_browser_stops():
    files = [path for sort in ("html", "py", "js") for path in _PACKAGE.rglob(f"*.{sort}") if path != _DRAWN]
    assert len(files) > 500
    assert [str(path) for path in files if "maxlength" in path.read_text(encoding="utf-8")] == []


def test_a_field_of_so_many_characters_takes_more_and_says_so():
    assert "maxlength" not in str(_Form())
    form = _Form({"line": "六个字的标题", "text": "短"})
    assert "line" in form.errors and "text" not in form.errors
    assert 'value="六个字的标题"' in str(form["line"])
