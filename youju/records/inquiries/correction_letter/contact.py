"""The note at the foot of a letter by which its reader asks back: a person, a telephone, or both, each by its name."""

import re

from django.utils.translation import gettext as _

_TELEPHONE = re.compile(r"(?:[(（]\d{3,4}[)）]\s*|[+])?\d[\d\s+—–-]{4,}\d")
_BETWEEN = " \t,，;；、:：.()（）"
# What may stand before a number already.
_SAID = re.compile(r"(?:联系)?电话|手机|联系人|tel(?:ephone)?", re.IGNORECASE)


def contact_note(typed: str) -> str:
    """In brackets, as GB/T 9704 7.3.6 has it; "" where nothing was typed. typed: in any order, as “周五，85550001”."""
    found = _TELEPHONE.search(typed)
    telephone = found[0].strip() if found else ""
    rest = typed.replace(found[0], " ", 1) if found else typed
    person = _SAID.sub(" ", rest).strip(_BETWEEN)
    if person and telephone:
        return _("(Contact: %(person)s, telephone: %(telephone)s)") % {"person": person, "telephone": telephone}
    if telephone:
        return _("(Telephone: %(telephone)s)") % {"telephone": telephone}
    return _("(Contact: %(contact)s)") % {"contact": person} if person else ""
