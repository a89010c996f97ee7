"""The codes of units: those of GB/T 2260 down to the county, and below it the county's code, a point and one's own.

So the codes of two bureaus never meet, and their ledgers can be joined.
"""

import re

from youju.orgs.divisions import INVENTED, find_division, has_counties, level_of
from youju.orgs.tree_errors import UnfitCode, UnfitCodeBelow, UnfitCodeForm
from youju.orgs.units import UnitKind

_FORM = re.compile(r"[a-z0-9][a-z0-9.-]{0,39}")
_DIVISION = re.compile(r"\d{6}")
_DIVIDED = (UnitKind.NATION, UnitKind.PROVINCE, UnitKind.CITY, UnitKind.COUNTY)


def refuse_unfit_code(code: str, kind: str, parent: str | None) -> None:
    """Refuse a new unit's code that is not made as above. parent: the code of the unit above it.

    Raises UnfitCode, UnfitCodeBelow, UnfitCodeForm.
    """
    if not _FORM.fullmatch(code):
        raise UnfitCodeForm(code=code)
    if kind in _DIVIDED:
        if not _is_division(code, UnitKind(kind)):
            raise UnfitCode(code=code, kind=UnitKind(kind).label)
    elif parent is not None and not code.startswith(f"{parent.partition('.')[0]}."):
        raise UnfitCodeBelow(code=code, front=parent.partition(".")[0])


def _is_division(code: str, kind: UnitKind) -> bool:
    if not _DIVISION.fullmatch(code):
        return False
    if code.startswith(INVENTED):
        return level_of(code) == kind
    found = find_division(code)
    if found is None:
        return False
    return found.level == kind or (kind == UnitKind.COUNTY and found.level == UnitKind.CITY and not has_counties(code))
