"""The figures of a unit and a period with one more: a cell of the ledger that no indicator declares, by its code."""

from collections.abc import Mapping

from youju.claims.candidates.cells import find_cell
from youju.errors import NotFound
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.lib.periods import Period
from youju.orgs.units import Unit


def figures_with(code: str, unit: Unit, period: Period, *, current_tree: bool = False) -> Mapping[str, Figure]:
    """All declared figures, and the one of this code where it is a cell's. Raises NotFound where it is neither's."""
    found = figures(unit, period, current_tree=current_tree)
    if code in found:
        return found
    cell = find_cell(code)
    if cell is None:
        raise NotFound()
    return found | figures(unit, period, indicators=[cell], current_tree=current_tree)
