"""``youju summary``: from last year's text to this year's, signed and on paper."""

from django.utils.translation import gettext_noop as _

from youju.cli.help import loaded_group

_PLACES = {
    "build": "summary_build:build_command",
    "list": "drafting:list_command",
    "diff": "drafting:diff_command",
    "freeze": "issuing:freeze",
    "sign": "issuing:sign",
    "issue": "issuing:issue",
    "show": "issuing:show",
    "form": "summary_form:form",
    "returned": "summary_returned:returned_command",
    "adopt": "adopting:adopt_command",
    "mask": "masking:mask_command",
}


@loaded_group(places=_PLACES, help=_("Summaries whose every figure can be opened."))
def summary() -> None:
    """The commands on summaries hang on this one."""
