"""The log as a list: every entry in its order, with the record it speaks of and who made it."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.pages import listed
from youju.desk.scope import bureau_for, member_of
from youju.ledger.reading import Entry, entries_by_seq
from youju.ledger.tree import root, size
from youju.orgs.actors import names_of
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import kind_of
from youju.records.reading.access import heads_for
from youju.records.sealing.committed import FREE, FREE_ROWS


class Line(NamedTuple):
    """One entry; its record where the reader may open it."""

    entry: Entry
    record: Ledgered | None
    unit: str
    actor: str

    @property
    def is_open(self) -> bool:
        """Whether the reader may know what the entry is about; the number shows that there is one."""
        return self.record is not None or kind_of(self.entry.record_ref) is None


@require_GET
def ledger_page(request: HttpRequest) -> HttpResponse:
    """The newest entries first. The sequence is dense, so a page is a stretch of numbers."""
    member = member_of(request)
    bureau_for(member)
    entries = size()
    shown = listed(request, range(entries - 1, -1, -1))
    context = shown | {
        "size": entries,
        "root": root(entries).hex(),
        "lines": _lines(shown["page"].object_list, member),
        "free": FREE.items(),
        "free_rows": FREE_ROWS,
    }
    return render(request, "desk/ledger/ledger.html", context)


def _lines(seqs: range, member: Member) -> list[Line]:
    found = entries_by_seq(seqs)
    entries = [found[seq] for seq in seqs if seq in found]
    records = {r.ref: r for r in heads_for(member, list(dict.fromkeys(entry.record_ref for entry in entries)))}
    units = {unit.code: str(unit) for unit in Unit.objects.filter(code__in={entry.unit for entry in entries})}
    actors = names_of(entry.actor for entry in entries)
    return [
        Line(e, records.get(e.record_ref), units.get(e.unit, e.unit), actors.get(e.actor, e.actor)) for e in entries
    ]
