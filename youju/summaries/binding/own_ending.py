"""What our own files end in: the list of figures, or the cover note. Who takes such a file in wants neither."""

import re

LIST = "本文数字出处"
_ENDING = re.compile(
    rf"^\s*(?:#+\s*)?{LIST}\s*$[\s\S]*\Z|^-{{3,}}\s*\n\s*共\s?\d+\s?个数字，其中手填[\s\S]*\Z", re.MULTILINE
)


def without_ending(text: str) -> str:
    """The text up to where its list of figures or its cover note begins; its places stay as they are."""
    return _ENDING.sub("", text)
