"""Invitation cards: eight on an A4 page, each with a code that its member types or scans once."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import typst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from youju.lib.qr import qr_svg
from youju.orgs.fonts import BODY, HEADS, chinese
from youju.orgs.invitations import Invitation
from youju.orgs.members import Member, Role
from youju.orgs.tree import NoHomeUnit, home_unit
from youju.phrases import enumerated

_TEMPLATE = Path(__file__).with_name("cards.typ")


def cards_pdf(invitations: Sequence[Invitation], *, site: str) -> bytes:
    """The cards as PDF. site: the address that people open, without a stroke at its end. Raises NoChineseFont."""
    given = {
        "body": chinese(BODY),
        "heads": chinese(HEADS),
        "bureau": bureau_name(),
        "title": _("Invitation to Youju"),
        "site": f"{site}/t/",
        "words": {
            "username": _("Log-in name"),
            "until": _("Valid until"),
            "code": _("Invitation code"),
            "how": _("Scan, or open the address below and type the code. It holds once. Give it to nobody else."),
        },
        "cards": [_card(invitation, site) for invitation in invitations],
    }
    pdf: bytes = typst.compile(_TEMPLATE, sys_inputs={"given": json.dumps(given, ensure_ascii=False)})
    return pdf


def group_text(members: Iterable[Member], *, site: str, until: str) -> str:
    """Words for a chat group, without any code: whoever reads along could use it. until: the day, as people read it."""
    lines = [
        _("%(bureau)s: these colleagues are invited to Youju.") % {"bureau": bureau_name()},
        *(f"· {member.unit or ''} {member.name}".rstrip() for member in members),
        _("Take your card from the administrator, scan it or open %(site)s/t/ and type its code, by %(until)s.")
        % {"site": site, "until": until},
    ]
    return "\n".join(lines)


def day_text(invitation: Invitation) -> str:
    """The last day on which an invitation holds for the whole day through."""
    return f"{localtime(invitation.expires):%Y-%m-%d}"


def bureau_name() -> str:
    try:
        return str(home_unit().name)
    except NoHomeUnit:
        return ""


def role_words(member: Member) -> str:
    """The roles held now, in words."""
    return enumerated(role.label for role in Role if member.has_role(role))


def _card(invitation: Invitation, site: str) -> dict[str, str]:
    member = invitation.member
    return {
        "unit": str(member.unit.name if member.unit else ""),
        "name": member.name,
        "role": role_words(member),
        "username": member.username,
        "code": invitation.code,
        "until": f"{localtime(invitation.expires):%Y-%m-%d %H:%M}",
        "qr": qr_svg(f"{site}/t/{invitation.code}"),
    }
