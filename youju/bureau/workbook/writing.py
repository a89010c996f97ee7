"""Writing the bureau's workbook: empty to be filled in, or with the bureau as it is now to be changed."""

from collections.abc import Sequence
from typing import BinaryIO

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import written_columns
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.reading import GUIDE
from youju.bureau.workbook.sheets import SHEETS
from youju.lib.sheets import TemplateSheet, write_template

_TITLE = _("Workbook of the bureau: %(name)s")
_RULES = (
    _("Fill in the sheets from left to right. Dark red headings must be filled in; each heading has a note."),
    _("The grey row marked as an example is not read. Choose from the drop-downs where there are any."),
    _("Read it in on the page “Workbook”, or with “youju import bureau FILE --dry-run”: first "
      "all that is wrong and would change is shown; nothing changes before you say so, and then all or nothing."),
    _("The same file twice changes nothing. An empty cell changes nothing of what is there already."),
    _("Nobody and nothing is removed because a row is missing: a person leaves by “Last day there”, a unit closes by "
      "“What happens”, a role ends by “Roles until”, an account by “Close the account”, a group by “Group ends on”."),
    _("Codes and log-in names may be left empty: they are proposed from the pinyin, shown before the import, and never "
      "change afterwards. With every code stands the county's code in front, which may be left out: %(front)s"),
    _("Identity-card numbers, telephone numbers and pupils do not belong here: Youju keeps no identity-card number."),
    _("Next year: write the filled workbook (“youju template bureau FILE --filled”), change it, read it in again. To "
      "move somebody to another unit, change the unit in that person's row and give the first day there."),
)  # fmt: skip


def write_bureau(out: BinaryIO, *, filled: bool) -> None:
    """Write the workbook of the bureau that is set up, in the language now active. Raises NoHomeUnit."""
    present = Present.read()
    sheets = [
        TemplateSheet(
            gettext(sheet.label),
            written_columns(sheet.headings, present),
            list(sheet.filled(present)) if filled else (),
        )
        for sheet in SHEETS
    ]
    write_template(out, sheets, guide_name=gettext(GUIDE), guide=_guide(present))


def _guide(present: Present) -> list[Sequence[str]]:
    """The title, the rules, then every sheet with its columns."""
    rows: list[Sequence[str]] = [[gettext(_TITLE) % {"name": present.home.name}]]
    rows += [[f"{number}. {gettext(rule) % {'front': present.front}}"] for number, rule in enumerate(_RULES, 1)]
    rows.append([gettext("Column"), gettext("Must"), gettext("What to write"), gettext("Example")])
    for sheet in SHEETS:
        rows.append([gettext(sheet.label), "", gettext(sheet.about), ""])
        for column in written_columns(sheet.headings, present):
            rows.append([column.label, gettext("yes") if column.required else "", column.help, str(column.example)])
    return rows
