"""填报: everything that can be written down, under its section, found by typing two characters of it."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.desk.records.measure_picks import picks
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.records.kind import RecordKind
from youju.records.kinds import record_kinds
from youju.records.rights import units_to_record_for
from youju.records.sections import Section

_LONGEST, _LEAST = 40, 2


class Choice(NamedTuple):
    name: str
    also: str
    url: str


@require_GET
def record_choose(request: HttpRequest) -> HttpResponse:
    """The kinds the member may write down, by section; with ?text= those, and what they count, that hold it."""
    member, text = member_of(request), request.GET.get("text", "")[:_LONGEST].strip()
    own = kinds_to_record(member)
    if not own:
        raise NotAllowed()
    chosen = [
        (Section(section), _choices([kind for kind in own if kind.section == section], text)) for section in Section
    ]
    sections = [(section, choices) for section, choices in chosen if choices]
    return render(request, "desk/records/record_choose.html", {"text": text, "sections": sections})


def kinds_to_record(member: Member) -> list[RecordKind]:
    """The kinds that a member may write down, in the order of the list."""
    sections = {kind.section for kind in record_kinds()}
    open_ones = {section for section in sections if units_to_record_for(member, section).exists()}
    return [kind for kind in record_kinds() if kind.section in open_ones]


def _choices(kinds: list[RecordKind], text: str) -> list[Choice]:
    found = [
        Choice(str(kind.label), str(kind.help), reverse("record-new", args=[kind.code]))
        for kind in kinds
        if text.lower() in f"{kind.label} {kind.help}".lower()
    ]
    return found + [choice for kind in kinds for choice in _counted(kind, text)]


def _counted(kind: RecordKind, text: str) -> list[Choice]:
    """What a kind counts by that name, each with the way straight into its form."""
    if not kind.form.PICK or len(text) < _LEAST:
        return []
    address = reverse("record-new", args=[kind.code])
    return [
        Choice(pick.name, f"{kind.label} · {group.label}", f"{address}?{pick.query}")
        for group, found in picks(kind, text, {})
        for pick in found
    ]
