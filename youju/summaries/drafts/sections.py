"""A text cut into sections: each second-level heading begins one, what stands before the first is one too."""

import re

_HEADING = re.compile(r"(?m)^(?=## )")


def cut(text: str) -> list[str]:
    """The sections of a template in Markdown, in their order, without blank lines at their ends; none is empty."""
    return [part.strip() for part in _HEADING.split(text.replace("\r\n", "\n")) if part.strip()]
