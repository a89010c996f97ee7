"""Findings of the gate in words: where, what and why, what to do."""

from typing import NamedTuple

from django.utils.translation import gettext, gettext_lazy

from youju.gate.finding import Finding
from youju.gate.rules.rules import words_of

_PLACES = {
    "text": gettext_lazy("text"),
    "name": gettext_lazy("name of the file or sheet"),
    "page": gettext_lazy("page"),
    "cell": gettext_lazy("cell"),
    "hidden": gettext_lazy("hidden, but in the file"),
    "comment": gettext_lazy("comment"),
    "deleted": gettext_lazy("deleted with changes tracked, but in the file"),
    "property": gettext_lazy("properties of the document"),
    "heading": gettext_lazy("header, footer or note"),
    "picture": gettext_lazy("notes of a picture"),
    "link": gettext_lazy("address of a link"),
}


class Shown(NamedTuple):
    """A finding in the language now active."""

    label: str
    where: str
    excerpt: str
    why: str
    remedy: str


def shown(finding: Finding) -> Shown:
    words = words_of(finding.rule)
    place = "" if finding.sort == "text" else str(_PLACES.get(finding.sort, ""))
    where = " · ".join(filter(None, (finding.part, f"{place} {finding.at}".strip())))
    return Shown(gettext(words.label), where, finding.excerpt, gettext(words.why), gettext(words.remedy))
