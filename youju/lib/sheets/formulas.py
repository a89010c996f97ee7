"""Formulas: whether one reaches out of its workbook."""

import re

from youju.lib.sheets.problems import gettext_noop

REACHES_OUT = gettext_noop("the formula reaches out of this workbook: write the value instead of the formula")
NO_VALUE = gettext_noop("the formula has no value: open the file in Excel or WPS and save it, or write the value")
AN_ERROR = gettext_noop("the cell holds the error %(value)s: write the value")

# Functions that fetch or run, another workbook, and DDE (program|topic!item); what stands in quotes is text.
_OUT = re.compile(
    r"\b(WEBSERVICE|FILTERXML|RTD|CALL|EXEC|HYPERLINK|IMAGE|STOCKHISTORY|REGISTER(\.ID)?|SQL\.REQUEST|DDE)\s*\("
    r"|\[\d+\]|\[[^\]]*\.\w{2,4}\]|\|",
    re.IGNORECASE,
)
# A share or an address, also where it is text: some function will open it.
_ADDRESS = re.compile(r"\\\\|[a-z]{2,}://|\bfile:", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')


def reaches_out(formula: str) -> bool:
    return bool(_ADDRESS.search(formula) or _OUT.search(_QUOTED.sub('""', formula)))
