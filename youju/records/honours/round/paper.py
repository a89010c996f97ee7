"""Certificates of honour as PDF, set by typst, one a page. The same certificates give the same bytes.

Nominations are those of the models above, handed in.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from youju.lib.qr import qr_svg
from youju.lib.typesetting import typeset
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.orgs.tree import signing_name
from youju.phrases import reader_language
from youju.records.declared.papers import PaperFile
from youju.records.honours.round.models import Round

_TEMPLATE = Path(__file__).with_name("certificates.typ")


def certificates_paper(round: Round, verify: str) -> PaperFile | None:
    """All certificates of a selection that hold; None while none does. verify: the address that a code is put behind.

    Raises NoChineseFont.
    """
    listed = [nomination for nomination in round.nominations_listed() if nomination.is_valid] if round.is_given else []
    return _paper(f"{round.title}-{_('certificates')}", listed, verify)


def certificate_paper(nomination: Any, verify: str) -> PaperFile | None:
    """The certificate of one nominee; None unless it holds. Raises NoChineseFont."""
    return _paper(f"{nomination.selection.award}-{nomination.who}", [nomination] if nomination.is_valid else [], verify)


def _paper(name: str, nominations: Sequence[Any], verify: str) -> PaperFile | None:
    if not nominations:
        return None
    given = {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "lang": reader_language(),
        "title": _("Certificate of honour"),
        "certificates": [_data(nomination, f"{verify}{nomination.code}") for nomination in nominations],
    }
    return PaperFile(f"{name}.pdf", typeset(_TEMPLATE, {"given": json.dumps(given, ensure_ascii=False)}))


def _data(nomination: Any, verify_at: str) -> dict[str, Any]:
    round = nomination.selection
    return {
        "number": _("No. %(number)s") % {"number": nomination.number_text},
        "to": nomination.person.name if nomination.person else str(nomination.unit.name),
        "unit": str(nomination.unit.name) if nomination.person else "",
        "statement": _("in “%(round)s” is given the title “%(award)s”. This certificate is issued in witness of it.")
        % {"round": round.title, "award": round.award},
        "issuer": round.award.issuer or signing_name(round.unit, round.decided_on),
        "day": date_format(round.decided_on, "DATE_FORMAT"),
        "decision": round.document,
        "check": [_("Check code: %(code)s") % {"code": nomination.code}, _("Checked at:"), verify_at],
        "qr": qr_svg(verify_at),
    }
