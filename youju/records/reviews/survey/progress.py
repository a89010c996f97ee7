"""How many sheets have come back so far, told so that no small group can be recognised."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.lib.rounding import percent
from youju.phrases import enumerated
from youju.records.reviews.survey.merging import put_together
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.results import unit_names


class Progress(NamedTuple):
    """returned, rate: in words; “fewer than 5” where the number is not told."""

    name: str
    issued: int
    returned: str
    rate: str


def progress_of(survey: Survey) -> Sequence[Progress]:
    """Unit by unit; those with few answers in one line together, as at closing. The last line is of all."""
    issued: Counter[str] = Counter()
    returned: Counter[str] = Counter()
    for row in survey.sheets.all():
        issued[row.unit] += row.issued
        returned[row.unit] += row.returned
    together = put_together(returned, survey.least)
    names = unit_names(survey)
    lines = [
        _line(survey, names[code], issued[code], returned[code]) for code in sorted(issued) if code not in together
    ]
    if together:
        name = _("%(units)s (told of together)") % {"units": enumerated(names[code] for code in sorted(together))}
        lines.append(_line(survey, name, *(sum(of[code] for code in together) for of in (issued, returned))))
    return [*lines, _line(survey, _("All"), issued.total(), returned.total())]


def _line(survey: Survey, name: str, issued: int, returned: int) -> Progress:
    if 0 < returned < survey.least:
        return Progress(name, issued, _("fewer than %(least)d") % {"least": survey.least}, "")
    rate = percent(returned, issued, 1)
    return Progress(name, issued, str(returned), "" if rate is None else f"{rate}%")
