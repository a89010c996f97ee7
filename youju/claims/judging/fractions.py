"""Simple parts as shares: 三分之二 is judged as 66.7 %."""

import re

from youju.claims.reading import Claim

_PART = re.compile(r"分之|[0-9]/[0-9]")


def in_percent(claim: Claim) -> Claim:
    """The claim in percent where it is a part of a whole; else as it is."""
    if claim.kind != "ratio" or claim.unit or claim.value is None or not _PART.search(claim.text):
        return claim
    return claim._replace(kind="percent", value=100 * claim.value)
