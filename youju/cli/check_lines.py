"""What ``youju check`` prints for a person: what is wrong first, each figure where it is found in the text."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.claims.arithmetic import find_arithmetic
from youju.claims.context.excerpt import excerpt_of
from youju.claims.judging.verdict import WORST_FIRST
from youju.claims.telling.arithmetic_words import sentence_of
from youju.claims.telling.checked import Checked
from youju.lib.periods import Period
from youju.orgs.units import Unit


def lines(text: str, found: Sequence[Checked], *, plain: bool) -> Iterator[str]:
    """The figures by verdict, in the order of the text; then where the text's own figures disagree.

    plain: whether the document has lines to count; elsewhere they are its paragraphs.
    """
    for verdict in WORST_FIRST:
        if those := [one for one in found if one.verdict == verdict]:
            yield f"{verdict.label} {len(those)}"
            for one in those:
                yield from _told(text, one, plain)
            yield ""
    if sums := [sentence_of(each) for each in find_arithmetic(text, [one.claim for one in found]) if not each.agrees]:
        yield _("The text's own figures disagree: %(count)s") % {"count": len(sums)}
        yield from (f"  {sentence}" for sentence in sums)
        yield ""


def summary(found: Sequence[Checked], unit: Unit, period: Period) -> str:
    """One line: how many figures, and by which ledger of whom and when they were judged."""
    if not found:
        return _("No figure was found in this text.")
    counted = (
        f"{verdict.label} {count}" for verdict in WORST_FIRST if (count := sum(one.verdict == verdict for one in found))
    )
    total = ngettext("%(count)s figure", "%(count)s figures", len(found)) % {"count": len(found)}
    by = {"unit": unit.name, "period": period.code, "size": found[0].ledger_size}
    return "  ".join((total, *counted, _("(%(unit)s, %(period)s, ledger size %(size)s)") % by))


def _told(text: str, one: Checked, plain: bool) -> Iterator[str]:
    place = excerpt_of(text, one.claim)
    line = (_("line %(number)s") if plain else _("paragraph %(number)s")) % {"number": place.line}
    yield f"  {line}  {place.before}【{one.claim.text}】{place.after}"
    notes = [note.text for note in one.notes] + ([one.bound.text] if one.bound else [])
    yield f"      {'  '.join([one.reason, *notes])}"
