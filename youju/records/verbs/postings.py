"""Postings: a row's milestone on its way into the log, with the snapshot that the entry commits to.

Always the last step of a verb, inside its transaction. A line that the row's kind does not declare is refused here,
before the log is locked: what has been posted can never be mended.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from youju.ledger import lock, log
from youju.ledger.facts import FactLine
from youju.ledger.log import Entry
from youju.ledger.reading import live_posts
from youju.records.counting.levels import LEVEL_CODES
from youju.records.counting.measures import Measure
from youju.records.errors import UndeclaredFact
from youju.records.heads.attachments import Attachment, attachments_of
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
    attached = attachments_of({row.ref for row, _milestone in steps}) if steps else {}
    return commit([Said(row, milestone, attached[row.ref], actor) for row, milestone in steps])


Known = dict[tuple[str, str], Measure | None]
"""Measures by kind and code, as far as the kind may post them."""


class Said(NamedTuple):
    """What a row says at a milestone.

    row: as ``specific`` gives it, read since it was last written. attached: its evidence. actor: the token of who does
    it. anew: whether the milestone is posted already and only its content is another.
    """

    row: Ledgered
    milestone: str
    attached: Sequence[Attachment]
    actor: str
    anew: bool = False


def commit(said: Sequence[Said]) -> list[Entry]:
    """Freeze what each row says and post its facts, or commit to it anew, in this order: all of it, or nothing.

    Raises as ``post_each``, and as ``log.amend`` where nothing was posted.
    """
    if not said:
        return []
    frozen = [snapshots.freeze(each.row.items(each.milestone, each.attached)) for each in said]
    known: Known = {}
    facts = [() if each.anew else declared_facts(each.row, each.milestone, known) for each in said]
    refuse_named_minors(fact for lines in facts for fact in lines)
    lock.hold()  # what is looked at now is what the facts are added to
    refuse_counted([(each.row, lines) for each, lines in zip(said, facts, strict=True) if not each.anew])
    entries = log.change_many([_change(*each) for each in zip(said, facts, frozen, strict=True)])
    kept = zip(said, entries, frozen, strict=True)
    snapshots.keep([(each.row.ref, each.milestone, entry.seq, content) for each, entry, content in kept])
    return entries


def _change(said: Said, facts: tuple[FactLine, ...], content: snapshots.Frozen) -> log.Change:
    row, milestone, actor = said.row, said.milestone, said.actor
    if said.anew:
        return log.Amending(row.ref, milestone, actor, content.commitment)
    return log.Posting(row.ref, milestone, row.unit.code, actor, facts, content.commitment)


def post_standing(*, row: Ledgered, actor: str) -> list[Entry]:
    """Post every milestone that the row says has been reached, in their order."""
    row = fresh(row)
    return [entry for milestone in row.standing() for entry in post(rows=[row], milestone=milestone, actor=actor)]


def recommit(*, row: Ledgered, milestone: str, actor: str) -> Entry:
    """Freeze the present content of a posted milestone and commit to it; its facts stay."""
    row = fresh(row)
    return commit([Said(row, milestone, attachments_of([row.ref])[row.ref], actor, anew=True)])[0]


def withdraw(*, row: Ledgered, actor: str, milestones: Iterable[str] = ()) -> list[Entry]:
    """Take what stands of a row out of the ledger, the last milestone first; all of it, or the named milestones."""
    live = [milestone for ref, milestone in live_posts([row.ref]) if ref == row.ref]
    wanted = set(milestones) or set(live)
    return [log.void(ref=row.ref, milestone=each, actor=actor) for each in reversed(live) if each in wanted]


def declared_facts(row: Ledgered, milestone: str, known: Known) -> tuple[FactLine, ...]:
    """The facts of a milestone. Raises UndeclaredFact where one is not as the row's kind declares it.

    known: the measures that were asked for already, for these and for others; those that are not are added.
    """
    kind, facts = get_kind(row.kind), row.facts(milestone)
    for fact in facts:
        asked = kind.code, fact.measure
        if asked not in known:
            known[asked] = find_posted(kind, fact.measure)
        measure = known[asked]
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
