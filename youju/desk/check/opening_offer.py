"""A grey figure of a checked text as the beginning of an opening figure: value, words and document filled in."""

from collections.abc import Mapping
from urllib.parse import urlencode

from youju.claims.judging.verdict import Verdict
from youju.claims.telling.checked import Checked
from youju.indicators.catalogue import find_indicator
from youju.indicators.errors import UnknownIndicator
from youju.lib.periods import Period
from youju.lib.text import one_line

_TITLE, _NOTE = 60, 400  # characters


def opening_query(text: str, document: str, period: Period, one: Checked) -> str:
    """What the address of the form brings along; "" where nobody's word could carry the figure."""
    claim = one.claim
    if one.verdict != Verdict.UNSUPPORTED or claim.value is None or claim.value < 0:
        return ""
    clause, sentence = (one_line(text[start:end]) for start, end in (claim.clause, claim.sentence))
    values = {
        "title": clause.strip("，。；、：:;,. ")[:_TITLE],
        "value": f"{claim.value.normalize():f}",
        "happened": period.last.isoformat(),
        "counted_from": period.first.isoformat(),
        "document": one_line(document),
        "note": sentence[:_NOTE],
        **_measured(one.indicator),
    }
    return urlencode({name: value for name, value in values.items() if value})


def _measured(code: str) -> Mapping[str, str]:
    """What the indicator of a figure says of its measure, where it reads one and one sort of it."""
    if not code:
        return {}
    try:
        indicator = find_indicator(code)
    except UnknownIndicator:
        return {}
    if len(indicator.measures) != 1:
        return {}
    narrowed = {"category": indicator.category, "level": indicator.level}
    return {"sort": indicator.measure, **{name: codes[0] for name, codes in narrowed.items() if len(codes) == 1}}
