"""Templates are read by people too: one tag a line, and no line that runs off the screen."""

import re
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


# A line break between two texts is a blank on the page, which Chinese sentences have none of. What goes into a variable
# is shown elsewhere.
_NEXT_TO_EACH_OTHER = re.compile(r"{% endblocktranslate %}\n\s*{% (?:block)?translate (?![^\n]*(?: as |asvar ))")


def test_two_sentences_stand_in_paragraphs_of_their_own():
    found = [str(file) for file in Path("youju").rglob("*.html") if _NEXT_TO_EACH_OTHER.search(file.read_text("utf-8"))]
    assert found == []
