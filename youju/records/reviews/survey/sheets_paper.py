"""The sheets that are handed out: eight on an A4 page, each with a code to scan or to type."""

import json
from collections.abc import Sequence
from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from youju.lib.qr import qr_svg
from youju.lib.typesetting import typeset
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.phrases import reader_language
from youju.records.reviews.survey.issuing import UnitSheets
from youju.records.reviews.survey.models import Survey

_TEMPLATE = Path(__file__).with_name("sheets.typ")


def refuse_without_fonts() -> None:
    """Raise NoChineseFont where the machine could not print the sheets."""
    chinese(BODY)
    chinese(HEADS)


def sheets_pdf(survey: Survey, issued: Sequence[UnitSheets], *, site: str) -> bytes:
    """Every unit's sheets on pages of their own. site: the address that people open, without a stroke at its end."""
    until = date_format(survey.due_on or survey.happened, "DATE_FORMAT")
    given = {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "lang": reader_language(),
        "title": survey.title,
        "asks": survey.unit.name,
        "site": f"{site}/t/",
        "until": _("Open until the end of %(day)s") % {"day": until},
        "how": _("Scan the code, or open the address below and type it. It holds once and is not tied to your name."),
        "units": [
            {"name": unit.name, "sheets": [{"code": code, "qr": qr_svg(f"{site}/t/{code}")} for code in codes]}
            for unit, codes in issued
        ],
    }  # fmt: skip
    return typeset(_TEMPLATE, {"given": json.dumps(given, ensure_ascii=False)})
