"""Templates: workbooks to fill in, with drop-downs, an example row and a sheet that explains them."""

from collections.abc import Sequence
from typing import BinaryIO

from youju.lib.sheets.template_sheet import TemplateSheet


def write_template(
    out: BinaryIO, sheets: Sequence[TemplateSheet], *, guide_name: str, guide: Sequence[Sequence[str]]
) -> None:
    """Write a workbook: a guide first, then each sheet with its header, drop-downs and example.

    guide: rows of texts; the first is the title, rows of several texts are drawn as a table.
    """
    from youju.lib.sheets.drawing import write_book  # openpyxl takes long to load: not for every command

    write_book(out, sheets, guide_name=guide_name, guide=guide)
