"""What a template asks for: figures of its own unit and period, of other ones, and cells that no indicator declares."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from youju.claims.candidates.cells import find_cell
from youju.indicators.figure import Figure
from youju.indicators.figures import answers, figures
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit
from youju.summaries.binding.scope import period_of, unit_below
from youju.summaries.binding.tokens import Token
from youju.summaries.binding.unprintable import Unprintable


@dataclass(frozen=True, slots=True)
class Asked:
    """What a template is filled from. size: as of which size of the ledger; figures: of its own unit and period."""

    unit: Unit
    period: Period
    size: int
    figures: Mapping[str, Figure]
    draft: bool = False
    _others: dict[tuple[str, Period], Mapping[str, Figure]] = field(default_factory=dict)
    _cells: dict[tuple[str, str, Period], Figure] = field(default_factory=dict)

    def figure(self, token: Token, period: Period | None = None) -> Figure:
        """The figure of a token. period: another one than the token's own. Raises Unprintable."""
        when = period or period_of(token.period, self.period)
        whose = unit_below(token.unit, self.unit, when)
        known = self.figures_of(whose.code, when)
        if token.text in known:
            return known[token.text]
        return self._cell(token.text, whose, when)

    def figures_of(self, unit: str, period: Period) -> Mapping[str, Figure]:
        """All declared figures of a unit and a period, asked for once."""
        if unit == self.unit.code and period == self.period:
            return self.figures
        if (unit, period) not in self._others:
            whose = self.unit if unit == self.unit.code else find_unit(unit)
            self._others[unit, period] = figures(whose, period, size=self.size)
        return self._others[unit, period]

    def _cell(self, code: str, unit: Unit, period: Period) -> Figure:
        key = code, unit.code, period
        if key not in self._cells:
            cell = find_cell(code)
            if cell is None:
                raise Unprintable(_("there is no indicator “%(code)s”.") % {"code": code})
            self._cells[key] = answers(unit, period, size=self.size, indicators=[cell]).figure(cell)
        return self._cells[key]
