"""Flaws: dues that are not what the ledger holds of them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from youju.ledger import stored
from youju.ledger.reading import Entry
from youju.ledger.rows import EntryRow, FactRow
from youju.lib.batches import batches
from youju.lib.canonical import facts_digest
from youju.orgs.audit import AuditRow
from youju.plans.dues import PREFIX, Due
from youju.plans.items import PlanItem


class Flaw(NamedTuple):
    """ref: of the due. sentence: what is wrong with it."""

    ref: str
    sentence: str


def flaws() -> Iterator[Flaw]:
    """Yield every due whose row is not what the ledger committed to, and every entry of one whose row is gone."""
    for refs in batches(ref for ref in stored.refs() if ref.startswith(f"{PREFIX}-")):
        yield from _batch(refs)
    posted = Entry.objects.filter(record_ref__startswith=f"{PREFIX}-").values("record_ref")
    for ref in Due.objects.filter(fallen=True).exclude(ref__in=posted).values_list("ref", flat=True):
        yield Flaw(ref, _("%s fell due, but the ledger does not say so.") % ref)


def _batch(refs: list[str]) -> Iterator[Flaw]:
    dues = {due.ref: due for due in Due.objects.filter(ref__in=refs).select_related("item", "unit")}
    entries: dict[str, list[EntryRow]] = defaultdict(list)
    for entry in stored.sound_entries(Q(record_ref__in=refs)):
        entries[entry.record_ref].append(entry)
    noted = _noted(dues)
    for ref in refs:
        due = dues.get(ref)
        if due is None:
            yield Flaw(ref, _("%s is in the ledger, but its due is gone.") % ref)
        elif problem := _problem(due, entries[ref], noted):
            yield Flaw(ref, problem)


def _problem(due: Due, entries: list[EntryRow], noted: set[tuple[str, str]]) -> str:
    live = _live(entries)
    if set(live) != set(due.standing):
        return _("%s: how far it is met was altered.") % due.ref
    for milestone, entry in live.items():
        facts = facts_digest([FactRow.posted(line) for line in due.facts(milestone)])
        if bytes(entry.commitment) != due.commitment(milestone) or bytes(entry.facts_digest) != facts:
            return _("%s: what was owed was altered.") % due.ref
    for entry in entries:
        if not {(due.ref, entry.actor), (due.item.target, entry.actor)} & noted:
            sentence = _("%(ref)s: the audit row of entry %(seq)s is missing or was altered.")
            return sentence % {"ref": due.ref, "seq": entry.seq}
    return ""


def _live(entries: list[EntryRow]) -> dict[str, EntryRow]:
    live: dict[str, EntryRow] = {}
    for entry in entries:
        if entry.kind == Entry.Kind.VOID:
            live.pop(entry.milestone, None)
        else:
            live[entry.milestone] = entry
    return live


def _noted(dues: dict[str, Due]) -> set[tuple[str, str]]:
    """Who is on record as having done something with these dues, or with any version of their items."""
    found: set[tuple[str, str]] = set()
    wanted = {due.item.target for due in dues.values()}
    versions = {item.ref: item.target for item in PlanItem.objects.order_by() if item.target in wanted}
    for batch in batches([*dues, *versions]):
        for target, actor in AuditRow.objects.filter(target__in=batch).values_list("target", "actor"):
            found.add((versions.get(target, target), actor))
    return found
