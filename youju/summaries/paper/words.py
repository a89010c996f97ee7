"""The words that paper bears beside the text of a summary."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from youju.summaries.binding.summary import Summary
from youju.summaries.paper.heads import Heads


def labels() -> dict[str, str | list[str]]:
    """What stands above and beside the parts of a paper."""
    return {
        "attachment": _("Attachment: "),
        "list": _("Where the figures come from"),
        "hand": _("Typed by hand, underlined with dashes in the text"),
        "scan": _("Scan to check"),
        "where": _("Where each figure opens: "),
        "columns": [_("No."), _("In the text"), _("Indicator"), _("What it counts"), pgettext("how many", "Records")],
    }


def notes(summary: Summary) -> list[str]:
    """What a reader must know of all figures: how many, how many by hand, and from which ledger."""
    lines = [
        _("The text has %(count)s figures: %(bound)s from the ledger and %(hand)s typed by hand.")
        % {
            "count": summary.told,
            "bound": len(summary.figures),
            "hand": len(summary.by_hand),
        },
        _("They were read from the first %(size)s entries of the ledger of %(unit)s, whose root is:")
        % {"size": summary.size, "unit": summary.unit_name},
    ]
    return lines + list(filter(None, [draft(summary)]))


def spaced(root: bytes) -> str:
    """A hash in groups of eight, as a person compares it."""
    text = root.hex()
    return " ".join(text[at : at + 8] for at in range(0, len(text), 8))


def draft(summary: Summary) -> str:
    """What stands over every page of a text that is not whole, or nothing."""
    if not summary.blanks and not summary.wrong:
        return ""
    told = {"blanks": len(summary.blanks), "wrong": len(summary.wrong)}
    return _("Draft: %(blanks)s figures blank, %(wrong)s with nothing behind them") % told


def day(day: date | None) -> str:
    return _("%(year)s-%(month)s-%(day)s") % {"year": day.year, "month": day.month, "day": day.day} if day else ""


def printed(day_printed: date) -> str:
    return _("printed %(day)s") % {"day": day(day_printed)}


def mark(heads: Heads) -> str:
    """The red words over a report."""
    return _("%(issuer)s document") % {"issuer": heads.issuer}


def addressed(heads: Heads) -> str:
    """The addressee with its colon, or nothing."""
    return f"{heads.addressee.rstrip('：:')}：" if heads.addressee else ""


def signer_label() -> str:
    return _("Signed by: ")


def copies_label() -> str:
    return _("Copies to: ")
