"""Postings: a row's milestone on its way into the log, with the snapshot that the entry commits to.

Always the last step of a verb, inside its transaction. A line that the row's kind does not declare is refused here,
before the log is locked: what has been posted can never be mended.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from youju.ledger import lock, log
from youju.ledger.facts import FactLine, Posting
from youju.ledger.log import Entry
from youju.ledger.reading import live_posts
from youju.records.counting.levels import LEVEL_CODES
from youju.records.errors import UndeclaredFact
from youju.records.heads.attachments import attachments_of
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.minors import refuse_named_minors
from youju.records.kinds import find_posted, get_kind, kinds, specific
from youju.records.sealing import snapshots

if TYPE_CHECKING:
    from youju.records.kind import Counted


def post(*, rows: Sequence[Ledgered], milestone: str, actor: str) -> list[Entry]:
    """Freeze the content of rows at a milestone and post their facts: all of them, or none. Raises as ``post_each``."""
    return post_each(steps=[(row, milestone) for row in rows], actor=actor)


def post_each(*, steps: Sequence[tuple[Ledgered, str]], actor: str) -> list[Entry]:
    """Freeze the content of each row at its milestone and post the facts, in this order: all of them, or none.

    actor: the token of who does it. Raises UndeclaredFact, MinorNamed, what a kind refuses to have counted beside its
    own, and what ``log.post_many`` raises.
    """
    loaded = {row.pk: row for row in specific(list({row.pk: row for row, _milestone in steps}.values()))}
    return post_loaded(steps=[(loaded[row.pk], milestone) for row, milestone in steps], actor=actor)


def post_loaded(*, steps: Sequence[tuple[Ledgered, str]], actor: str) -> list[Entry]:
    """As ``post_each``, of rows as ``specific`` gives them, read since they were last written."""
    if not steps:
        return []
    attached = attachments_of({row.ref for row, _milestone in steps})
    frozen = [snapshots.freeze(row.items(milestone, attached[row.ref])) for row, milestone in steps]
    facts = [declared_facts(row, milestone) for row, milestone in steps]
    refuse_named_minors(fact for lines in facts for fact in lines)
    lock.hold()  # what is looked at now is what the facts are added to
    refuse_counted([(row, lines) for (row, _milestone), lines in zip(steps, facts, strict=True)])
    entries = log.post_many(
        Posting(row.ref, milestone, row.unit.code, actor, lines, content.commitment)
        for (row, milestone), lines, content in zip(steps, facts, frozen, strict=True)
    )
    kept = zip(steps, entries, frozen, strict=True)
    snapshots.keep([(row.ref, milestone, entry.seq, content) for (row, milestone), entry, content in kept])
    return entries


def post_standing(*, row: Ledgered, actor: str) -> list[Entry]:
    """Post every milestone that the row says has been reached, in their order."""
    row = fresh(row)
    return [entry for milestone in row.standing() for entry in post(rows=[row], milestone=milestone, actor=actor)]


def recommit(*, row: Ledgered, milestone: str, actor: str) -> Entry:
    """Freeze the present content of a posted milestone and commit to it; its facts stay."""
    return recommit_loaded(row=fresh(row), milestone=milestone, actor=actor)


def recommit_loaded(*, row: Ledgered, milestone: str, actor: str) -> Entry:
    """As ``recommit``, of a row as ``fresh`` gives it, read since it was last written."""
    content = snapshots.freeze(row.items(milestone, attachments_of([row.ref])[row.ref]))
    entry = log.amend(ref=row.ref, milestone=milestone, actor=actor, commitment=content.commitment)
    snapshots.keep([(row.ref, milestone, entry.seq, content)])
    return entry


def withdraw(*, row: Ledgered, actor: str, milestones: Iterable[str] = ()) -> list[Entry]:
    """Take what stands of a row out of the ledger, the last milestone first; all of it, or the named milestones."""
    live = [milestone for ref, milestone in live_posts([row.ref]) if ref == row.ref]
    wanted = set(milestones) or set(live)
    return [log.void(ref=row.ref, milestone=each, actor=actor) for each in reversed(live) if each in wanted]


def declared_facts(row: Ledgered, milestone: str) -> tuple[FactLine, ...]:
    """The facts of a milestone. Raises UndeclaredFact where one is not as the row's kind declares it."""
    kind, facts = get_kind(row.kind), row.facts(milestone)
    measures = {code: find_posted(kind, code) for code in {fact.measure for fact in facts}}
    for fact in facts:
        measure = measures[fact.measure]
        if measure is None:
            raise UndeclaredFact(title=row.title, word=fact.measure)
        if fact.category not in (measure.categories or ("",)):
            raise UndeclaredFact(title=row.title, word=f"{fact.measure}/{fact.category}")
        if fact.level not in ("", *LEVEL_CODES):
            raise UndeclaredFact(title=row.title, word=f"{fact.measure}/{fact.level}")
    return facts


def refuse_counted(counted: "Sequence[Counted]") -> None:
    """Ask every kind whether these rows may count this. Raises what a kind's ``refuses`` raises."""
    if not counted:
        return
    for kind in kinds():
        if kind.refuses is not None:
            kind.refuses(counted)


def fresh(row: Ledgered) -> Ledgered:
    """The row as the database has it now, with all that its items and facts read."""
    return specific([row])[0]
