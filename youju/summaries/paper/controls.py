"""The content control (w:sdt) that a figure stands in: its tag says which figure, and how it was printed."""

import hashlib

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from youju.summaries.binding.summary import Span

PREFIX = "youju:"
_LONGEST = 64  # Word refuses a longer tag or title


def fingerprint(span: Span) -> str:
    """Of indicator, period, unit and printed text; of a figure typed by hand, of its text and reason."""
    figure = span.figure
    about = (figure.indicator.code, figure.period.code, figure.unit) if figure else ("手填", *(span.hand or ()))
    return hashlib.sha256("\0".join((*about, span.text)).encode()).hexdigest()[:32]


def controlled(run: Run, span: Span, *, number: int) -> None:
    """Put a run into a control of its own. number: which no other control of the document has."""
    control, properties, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    title = str(span.figure.indicator.name) if span.figure else "手填"
    for name, value in (("alias", title[:_LONGEST]), ("tag", PREFIX + fingerprint(span)), ("id", str(number))):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        properties.append(element)
    run._r.addprevious(control)
    control.extend((properties, content))
    content.append(run._r)
