"""What can be wrong with the log, each with the sentence that an auditor reads."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

_SENTENCES = {
    "missing": _("Entry %(seq)s is missing."),
    "place": _("%(count)s entries stand at no place in the order of the ledger."),
    "unreadable": _("Entry %(seq)s cannot be read as it was written."),
    "rewritten": _("Entry %(seq)s was changed: it no longer has the hash it was written with."),
    "facts": _("The facts of entry %(seq)s were changed, added to or removed."),
    "order": _("Entry %(seq)s does not follow from what the ledger held before it (%(ref)s, “%(milestone)s”)."),
    "negation": _("Entry %(seq)s does not take back exactly what entry %(voids)s posted."),
    "node": _("Entries %(seq)s to %(last)s are not those whose common hash was stored."),
    "stray-fact": _("There are facts of entry %(seq)s, which is not in the ledger."),
    "stray-node": _("There are stored hashes that belong to no complete block of entries."),
    "checkpoint": _("The ledger disagrees with its last signed checkpoint. %(reason)s"),
}


class Damage(NamedTuple):
    """One thing found wrong; ``what`` is a code of the table above."""

    seq: int
    what: str
    sentence: str


def damage(seq: int, what: str, **details: object) -> Damage:
    """Damage at an entry, with its sentence in the language now active."""
    return Damage(seq, what, str(_SENTENCES[what]) % {"seq": seq, **details})
