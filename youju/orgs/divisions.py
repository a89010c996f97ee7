"""The codes of GB/T 2260: the nation, its provinces, cities and counties, as the table gbt2260.txt lists them.

Facts taken from two open packages (THIRD_PARTY.md names them). A code that was given up stays in the table: what was
posted under it keeps it. A new county is one more line.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from youju.orgs.units import UnitKind

_TABLE = Path(__file__).parent / "gbt2260.txt"

NATION = "000000"
INVENTED = "99"
"""No real code begins so: codes of bureaus that are no real ones, for demonstrations and exercises."""


class Division(NamedTuple):
    """One line of the table."""

    code: str
    name: str

    @property
    def level(self) -> UnitKind:
        return level_of(self.code)

    @property
    def parent(self) -> "Division | None":
        """The division above: a county's city, or its province where no city lies between; None for the nation."""
        above = (self.code[:4] + "00", self.code[:2] + "0000", NATION)
        return next((found for code in above if code != self.code and (found := find_division(code))), None)


def find_division(code: str) -> Division | None:
    """The division of a code; None where the table has none."""
    name = _table().get(code)
    return Division(code, name) if name else None


def divisions() -> list[Division]:
    """All of them, by code."""
    return [Division(code, name) for code, name in _table().items()]


def level_of(code: str) -> UnitKind:
    """Nation, province, city or county, as the noughts at a code's end say."""
    if code == NATION:
        return UnitKind.NATION
    if code.endswith("0000"):
        return UnitKind.PROVINCE
    return UnitKind.CITY if code.endswith("00") else UnitKind.COUNTY


def has_counties(city: str) -> bool:
    """Whether any county lies in a city: 东莞 and three others have none, and their bureaus are county bureaus."""
    return any(code[:4] == city[:4] and code != city for code in _table())


@cache
def _table() -> dict[str, str]:
    lines = _TABLE.read_text("utf-8").splitlines()
    rows = [line.partition("\t") for line in lines if not line.startswith("#")]
    return {code: name for code, _tab, name in rows}
