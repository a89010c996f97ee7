"""Workbooks read tolerantly and written plainly: no Django, no tables, no rights.

Reading: ``read_workbook`` opens a file and gives its sheets; ``read_table`` finds the header row by the names of
``Column``s and gives rows, each of which reads a cell by a reader (``as_text``, ``as_whole``, ``as_decimal``,
``as_minutes``, ``as_percent``, ``as_date``, ``as_moment``, ``as_yes``, ``as_choice``, ``as_list``) and notes what is
wrong as a ``Problem`` with the cell's address: ``单位!B17``. What makes the whole file unreadable is raised as
``BadWorkbook``.

Writing: ``write_template`` (header, widths, drop-downs, an example row, a sheet 说明), ``write_rows`` and
``write_csv`` (any number of rows in bounded memory, formulas neutralised).

Texts: a sentence is an English msgid with ``%(…)s`` places, marked here by a ``gettext_noop`` of our own so that the
catalogues have it, and carried in ``Said`` with what fills its places. Whoever shows it translates it
(``youju.errors.problem_text``); a ``Said`` turned into a string is English.

Decided: hidden rows and the named sheet where it is hidden are read, and a note says so; what is merged belongs to
the first cell; a formula's kept value is taken, one that reaches out of the workbook is refused, as is one without
a value; a cell formatted as a percentage reads as ``98.71%``; old ``.xls`` files are read in a process of their own.
"""

from youju.lib.sheets.choices import Choice, Choices, as_choice, as_list
from youju.lib.sheets.days import as_date
from youju.lib.sheets.example import EXAMPLE, is_example
from youju.lib.sheets.export import write_csv, write_rows
from youju.lib.sheets.moments import as_moment
from youju.lib.sheets.neutral import neutral, plain
from youju.lib.sheets.numbers import as_decimal, as_minutes, as_percent, as_whole
from youju.lib.sheets.problems import BadWorkbook, Listed, Problem, Said, Unread, listed
from youju.lib.sheets.table import Column, Row, Table, read_table
from youju.lib.sheets.template import write_template
from youju.lib.sheets.template_sheet import TemplateSheet
from youju.lib.sheets.values import Scalar, as_lines, as_text, as_yes, is_blank
from youju.lib.sheets.workbook import Sheet, Workbook, read_workbook

__all__ = [
    "EXAMPLE",
    "BadWorkbook",
    "Choice",
    "Choices",
    "Column",
    "Listed",
    "Problem",
    "Row",
    "Said",
    "Scalar",
    "Sheet",
    "Table",
    "TemplateSheet",
    "Unread",
    "Workbook",
    "as_choice",
    "as_date",
    "as_decimal",
    "as_lines",
    "as_list",
    "as_minutes",
    "as_moment",
    "as_percent",
    "as_text",
    "as_whole",
    "as_yes",
    "is_blank",
    "is_example",
    "listed",
    "neutral",
    "plain",
    "read_table",
    "read_workbook",
    "write_csv",
    "write_rows",
    "write_template",
]
