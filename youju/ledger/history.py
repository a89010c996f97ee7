"""What each milestone may do next: be posted, then amended any number of times, then voided, then posted again."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from youju.ledger.models import Entry
from youju.ledger.rows import EntryRow, FactRow
from youju.lib.canonical import facts_digest


class Standing(NamedTuple):
    """A milestone that is posted and not voided: its post and the last entry about it."""

    post: EntryRow
    newest: EntryRow


class History:
    """Replays entries in their order, and tells whether the next one follows from those before."""

    def __init__(self, earlier: Iterable[EntryRow] = ()) -> None:
        self._standing: dict[tuple[str, str], Standing] = {}
        for row in earlier:
            self.advance(row)

    def standing(self, row: EntryRow) -> Standing | None:
        """What the milestone of this entry stands at."""
        return self._standing.get((row.record_ref, row.milestone))

    def advance(self, row: EntryRow) -> None:
        """Take one more entry into account."""
        key, standing = (row.record_ref, row.milestone), self.standing(row)
        if row.kind == Entry.Kind.VOID:
            self._standing.pop(key, None)
        elif row.kind == Entry.Kind.AMEND and standing:
            self._standing[key] = standing._replace(newest=row)
        else:
            self._standing[key] = Standing(row, row)

    def follows(self, row: EntryRow) -> bool:
        """Whether this may be the next entry about its milestone."""
        standing = self.standing(row)
        if row.kind == Entry.Kind.POST:
            return standing is None and row.voids is None
        if standing is None or row.unit != standing.post.unit:
            return False
        if row.kind == Entry.Kind.AMEND:
            return row.voids is None and row.facts_digest == standing.post.facts_digest
        void = row.kind == Entry.Kind.VOID
        return void and row.voids == standing.post.seq and row.commitment == standing.newest.commitment


def negates(row: EntryRow, posted: Sequence[FactRow]) -> bool:
    """Whether a void's facts are those of its post, each negated."""
    return row.facts_digest == facts_digest(fact.negated() for fact in posted)
