"""A certificate as PDF, set by typst. The same certificate gives the same bytes."""

import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.qr import qr_svg
from youju.lib.typesetting import typeset
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.orgs.tree import signing_name
from youju.phrases import duration, reader_language
from youju.records.declared.papers import PaperFile
from youju.records.volunteering.certificate.models import Certificate
from youju.records.volunteering.certificate.notice import day_text
from youju.records.volunteering.certificate.page import activities

_TEMPLATE = Path(__file__).with_name("certificate.typ")


def certificate_paper(certificate: Certificate, verify: str) -> PaperFile | None:
    """The PDF; None unless the certificate holds. verify: the address behind which its code is put.

    Raises NoChineseFont.
    """
    if not certificate.is_valid:
        return None
    given = json.dumps(_data(certificate, f"{verify}{certificate.code}"), ensure_ascii=False)
    return PaperFile(f"{certificate.title}.pdf", typeset(_TEMPLATE, {"given": given}))


def _data(certificate: Certificate, verify_at: str) -> dict[str, Any]:
    return {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "lang": reader_language(),
        "title": _("Certificate of volunteer service"),
        "number": _("No. %(number)s") % {"number": certificate.number_text},
        "statement": _statement(certificate),
        "columns": [_("Day"), _("Activity"), _("Time served")],
        "activities": [(str(each.day), each.title, each.time) for each in activities(certificate.lines)],
        "facts": _facts(certificate),
        "notice": _notice(certificate),
        "check": [_("Check code: %(code)s") % {"code": certificate.code}, _("Checked at:"), verify_at],
        "qr": qr_svg(verify_at),
    }


def _statement(certificate: Certificate) -> str:
    return _(
        "This is to certify that %(name)s (identity document: ＿＿＿＿＿＿＿＿＿＿＿＿) took part in %(count)s "
        "volunteer activities from %(first)s to %(last)s and served %(time)s in all. The way there and back is not "
        "counted."
    ) % {
        "name": certificate.person.name,
        "count": len(certificate.lines),
        "first": day_text(certificate.happened),
        "last": day_text(certificate.last_day),
        "time": duration(certificate.minutes),
    }


def _facts(certificate: Certificate) -> list[tuple[str, str]]:
    return [
        (_("Issued by (seal)"), signing_name(certificate.unit, certificate.issued_on or clock.today())),
        (_("Head of the unit"), certificate.responsible),
        (_("Handled by"), certificate.verifier.name if certificate.verifier else ""),
        (_("Contact"), certificate.contact),
        (_("Issued on"), day_text(certificate.issued_on)),
    ]


def _notice(certificate: Certificate) -> str:
    days = {"first": day_text(certificate.noticed_on), "last": day_text(certificate.due_on)}
    said = days | {"where": certificate.posted_at}
    return _("Under notice in the unit from %(first)s to %(last)s (%(where)s).") % said
