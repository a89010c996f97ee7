"""``youju summary``: from last year's text to this year's, signed and on paper."""

from django.utils.translation import gettext_noop as _

from youju.cli.help import Listed, loaded_group

_LISTED = {
    "build": Listed(
        "summary_build:build_command",
        _("Write the annual summary. Refused while one of its figures has nothing behind it."),
    ),
    "list": Listed(
        "drafting:list_command",
        _("The documents, the newest first: reference, state, period, unit, title, and the number of changes."),
    ),
    "diff": Listed(
        "drafting:diff_command",
        _(
            "What changed in a document from one change of its text to another, counted from 1: [-gone-] "
            "[+new+]. From what it was begun with to its present text unless given."
        ),
    ),
    "freeze": Listed(
        "issuing:freeze",
        _("Freeze a document: every figure is kept as it is now, and the text waits to be signed."),
    ),
    "sign": Listed("issuing:sign", _("Sign the edition that was read, named by its digest as “show” prints it.")),
    "issue": Listed("issuing:issue", _("Issue a signed document; a report takes its number.")),
    "show": Listed(
        "issuing:show",
        _("Print the newest edition of a document with its state, its digest, and what changed since."),
    ),
    "form": Listed("summary_form:form", _("Forms of those above, in Excel: bound once, filled every year.")),
    "returned": Listed(
        "summary_returned:returned_command",
        _("Say what was changed by hand in a Word document that came back, and take it over into its template."),
    ),
    "adopt": Listed(
        "adopting:adopt_command",
        _("Make this year's document of last year's text: what is bound to figures, and what is not."),
    ),
    "mask": Listed(
        "masking:mask_command",
        _("Write a text or a document without names: units, persons, places, years, numbers of telephones."),
    ),
}


@loaded_group(listed=_LISTED)
def summary() -> None:
    """The commands on summaries hang on this one."""
