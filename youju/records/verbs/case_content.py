"""What the milestones of cases say, and the ledger brought to it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from youju.ledger.facts import FactLine
from youju.orgs.actors import Actor
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.kinds import load_parts, own_rows
from youju.records.verbs.postings import Said, commit, withdraw


class Saying(NamedTuple):
    """What a milestone that stands says."""

    items: list[Item]
    facts: list[FactLine]


Content = dict[str, Saying]
"""What every milestone of a case that stands says, by its name."""


class Changed(NamedTuple):
    """A case that was changed, what it said before, and who changed it."""

    case: Case
    before: Content
    actor: Actor


class _Now(NamedTuple):
    """A changed case as the database has it. stored: with all that its items and facts read. gone: milestones that no
    longer stand, or count otherwise.
    """

    changed: Changed
    stored: Ledgered
    attached: Sequence[Attachment]
    after: Content
    gone: set[str]


def contents(stored: Sequence[Ledgered]) -> list[Content]:
    """What rows say, one by one. stored: as ``own_rows`` gives them; what says something is loaded whole here."""
    return [_content(row, attached) for row, attached in _with_evidence(stored)]


def follow(changed: Sequence[Changed]) -> None:
    """Bring the ledger to what the rows now say of their milestones, in this order.

    What no longer stands, or counts otherwise, is taken back; what only reads otherwise is committed to anew; what has
    come to stand is posted.
    """
    stored = own_rows([each.case for each in changed])
    now = [_now(each, *found) for each, found in zip(changed, _with_evidence(stored), strict=True)]
    for each in now:
        if each.gone:
            withdraw(row=each.stored, actor=each.changed.actor.token, milestones=each.gone)
    commit([said for each in now for said in _said(each)])


def _now(changed: Changed, stored: Ledgered, attached: Sequence[Attachment]) -> _Now:
    before, after = changed.before, _content(stored, attached)
    gone = {name for name, said in before.items() if name not in after or after[name].facts != said.facts}
    return _Now(changed, stored, attached, after, gone)


def _said(now: _Now) -> Iterator[Said]:
    """First what reads otherwise, then what has come to stand."""
    before, token = now.changed.before, now.changed.actor.token
    kept = [name for name in now.after if name in before and name not in now.gone]
    anew = [name for name in kept if now.after[name].items != before[name].items]
    come = [name for name in now.after if name not in kept]
    for name in (*anew, *come):
        yield Said(now.stored, name, now.attached, token, anew=name in anew)


def _content(stored: Ledgered, attached: Sequence[Attachment]) -> Content:
    return {name: Saying(stored.items(name, attached), sorted(stored.facts(name))) for name in stored.standing()}


def _with_evidence(stored: Sequence[Ledgered]) -> list[tuple[Ledgered, Sequence[Attachment]]]:
    standing = [row for row in stored if row.standing()]
    load_parts(standing)
    attached = attachments_of(row.ref for row in standing) if standing else {}
    return [(row, attached.get(row.ref, ())) for row in stored]
