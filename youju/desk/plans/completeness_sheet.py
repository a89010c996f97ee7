"""The table of completeness as a sheet: one line a unit, one column an item."""

from django.db import transaction
from django.utils.translation import gettext as _

from youju.lib.sheets.table import Column
from youju.orgs import audit
from youju.orgs.members import Member
from youju.plans.completeness import Cell, Table


def columns_of(table: Table) -> list[Column]:
    items = (Column(item.ref, item.title) for item in table.items)
    return [Column("unit", _("unit"), width=24), *items, Column("total", _("together"))]


def rows_of(table: Table) -> list[list[str]]:
    """The units in their order, and all of them together last."""
    rows = [[str(line.unit), *map(cell_text, line.cells), cell_text(line.total)] for line in table.lines]
    return [*rows, [_("together"), *map(cell_text, table.totals), cell_text(table.total)]]


def cell_text(cell: Cell) -> str:
    """Answered of those due; empty where nothing is due yet."""
    return f"{cell.answered}/{cell.due}" if cell.due else ("" if not cell.excused else str(_("excused")))


@transaction.atomic
def completeness_note(*, table: Table, year: int, form: str, actor: Member) -> None:
    """Note who took the table along."""
    audit.write(actor=actor, action="sheet.export", target="plan", form=form, year=year, rows=len(table.lines))
