"""The check sheet: one page that goes with a document for signature. A plain value; its writers have a file each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from youju.claims.arithmetic import find_arithmetic
from youju.claims.context.excerpt import excerpt_of
from youju.claims.judging.verdict import Verdict
from youju.claims.telling.arithmetic_words import sentence_of
from youju.claims.telling.checked import Checked, ledger_size
from youju.ledger import tree
from youju.lib import clock
from youju.lib.periods import Period
from youju.lib.text import one_line, visible
from youju.orgs.units import Unit

_SHORT = 8


class Count(NamedTuple):
    label: str
    figures: int


class Open(NamedTuple):
    """A figure that is not green. number: its place among all figures of the text."""

    number: int
    before: str
    text: str
    verdict: Verdict
    ledger: str
    reason: str
    notes: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the sheet says, in the language it was made in.

    checked_by: "" leaves a line to write a name on. verdicts, notes: how many figures have each.
    sums: where the text's own figures disagree.
    """

    title: str
    unit: str
    period: str
    checked_by: str
    at: datetime
    ledger_size: int
    root: str
    figures: int
    verdicts: tuple[Count, ...]
    notes: tuple[Count, ...]
    open: tuple[Open, ...]
    sums: tuple[str, ...]

    @property
    def short_root(self) -> str:
        """Both ends of the root, to be compared by eye; the whole is at the sheet's foot."""
        return f"{self.root[:_SHORT]}…{self.root[-_SHORT:]}"

    @property
    def spaced_root(self) -> str:
        """The whole root in groups of eight, as a person reads it out or compares it."""
        return " ".join(self.root[at : at + _SHORT] for at in range(0, len(self.root), _SHORT))

    @property
    def when(self) -> str:
        return f"{localtime(self.at):%Y-%m-%d %H:%M}"


def sheet_of(
    text: str, found: Sequence[Checked], *, unit: Unit, period: Period, title: str = "", checked_by: str = ""
) -> Sheet:
    """The sheet of a text that was just checked. Its ledger is the one the verdicts were given by."""
    size = ledger_size(found)
    return Sheet(
        title=one_line(title),
        unit=unit.name,
        period=period.code,
        checked_by=checked_by,
        at=clock.now(),
        ledger_size=size,
        root=tree.root(size).hex(),
        figures=len(found),
        verdicts=tuple(Count(str(each.label), sum(one.verdict == each for one in found)) for each in Verdict),
        notes=tuple(_notes(found)),
        open=tuple(_open(text, found)),
        sums=tuple(
            visible(sentence_of(each))
            for each in find_arithmetic(text, [one.claim for one in found])
            if not each.agrees
        ),
    )


def meaning() -> str:
    """What the most important word on the sheet says, and what it does not."""
    return _(
        "“Supported” means: a verified record in the ledger supports the figure. It does not mean that what is "
        "recorded was inspected on the spot."
    )


def _notes(found: Sequence[Checked]) -> Iterator[Count]:
    names = {
        "pending": _("with records to be verified"),
        "no-evidence": _("with records without evidence"),
        "self-verified": _("with self-verified records"),
        "confirmed": _("with records confirmed by a leader"),
        "opening": _("with opening entries"),
        "by-hand": _("typed by hand"),
    }
    for code, name in names.items():
        if figures := sum(any(note.code == code for note in one.notes) for one in found):
            yield Count(name, figures)
    if bound := sum(one.bound is not None for one in found):
        yield Count(_("bound by hand"), bound)


def _open(text: str, found: Sequence[Checked]) -> Iterator[Open]:
    for number, one in enumerate(found, 1):
        if one.verdict != Verdict.SUPPORTED:
            notes = [note.text for note in one.notes] + ([one.bound.text] if one.bound else [])
            before, said = excerpt_of(text, one.claim).before, visible(one.claim.text)
            yield Open(number, before, said, one.verdict, one.printed, visible(one.reason), " ".join(notes))
