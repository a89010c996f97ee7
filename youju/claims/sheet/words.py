"""The fixed words of a check sheet, for the ways of writing it that are no template."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.claims.sheet.sheet import Sheet


class Words(NamedTuple):
    heading: str
    verdicts: str
    notes: str
    open: str
    columns: tuple[str, str, str, str]
    all_supported: str
    sums: str
    root: str
    signatures: tuple[str, str, str]


def words(sheet: Sheet) -> Words:
    """In the language now active."""
    return Words(
        heading=_("Check sheet of the figures"),
        verdicts=_("Figures: %(count)s") % {"count": sheet.figures},
        notes=_("To be known of them"),
        open=_("Figures that are not supported"),
        columns=(_("figure in the text"), _("verdict"), _("ledger"), _("reason")),
        all_supported=_("Every figure is supported."),
        sums=_("The text's own figures compared"),
        root=_("Ledger root:"),
        signatures=(_("Checked by:"), _("Signed:"), _("Date:")),
    )


def facts(sheet: Sheet) -> list[tuple[str, str]]:
    """The head of the sheet: which document, by whom, when, against which ledger."""
    return [
        (_("document"), sheet.title or "—"),
        (_("unit"), sheet.unit),
        (_("period"), sheet.period),
        (_("checked by"), sheet.checked_by or "—"),
        (_("checked at"), sheet.when),
        (_("ledger size"), _("%(size)s entries") % {"size": sheet.ledger_size}),
        (_("ledger root"), sheet.short_root),
    ]
