"""Templates are read by people too: one tag a line, and no line that runs off the screen."""

from pathlib import Path

_LONGEST = 200


def test_no_line_of_a_template_is_too_long():
    templates = sorted(Path("youju").rglob("*.html"))
    assert templates
    assert [
        f"{template}:{number}"
        for template in templates
        for number, line in enumerate(template.read_text("utf-8").splitlines(), 1)
        if len(line) > _LONGEST
    ] == []
