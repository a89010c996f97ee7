"""The kept text that a checked one comes from: which it is, and how the page's text and verdicts compare with it."""

from collections.abc import Sequence
from typing import NamedTuple

from youju.claims.kept.changes_since import Since, since
from youju.claims.kept.kept_text import KeptText, Paper, may_replace
from youju.claims.telling.checked import Checked, ledger_size
from youju.lib.naturals import natural
from youju.orgs.members import Member
from youju.orgs.units import Unit

_BETWEEN = ":"


class Seen(NamedTuple):
    """A kept text and the version of it that the page was drawn from."""

    kept: KeptText
    version: int


class Held(NamedTuple):
    """What the page says of the kept text it comes from.

    edited: whether the page's text or settings are others; changes: how its verdicts have changed since, where not;
    more: entries that the ledger has grown by.
    """

    kept: KeptText
    edited: bool
    changes: list[Since]
    more: int
    replaceable: bool


def mark_of(kept: KeptText) -> str:
    """What the page's form carries to name a kept text."""
    return f"{kept.pk}{_BETWEEN}{kept.version}"


def seen_in(mark: str, home: Unit, member: Member) -> Seen | None:
    """The kept text of a bureau that a form names; None for none, or none that the member may see (any more)."""
    pk, version = (natural(part) for part in mark.partition(_BETWEEN)[::2])
    if pk is None or version is None:
        return None
    kept = KeptText.objects.visible_to(member).select_related("unit", "by").filter(unit=home, pk=pk).first()
    return Seen(kept, version) if kept else None


def held(seen: Seen, paper: Paper, found: Sequence[Checked], member: Member) -> Held:
    """How a text that was just checked stands beside the kept one."""
    kept = seen.kept
    same = kept.version == seen.version and kept.holds(paper)
    return Held(
        kept=kept,
        edited=not same,
        changes=since(kept.text, kept.figures, found) if same else [],
        more=ledger_size(found) - kept.ledger_size,
        replaceable=may_replace(member, kept),
    )
