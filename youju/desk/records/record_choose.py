"""填报: everything that can be written down, under its section, found by typing two characters of it."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.measure_picks import picks
from youju.desk.records.messages import PARAMETER, kept_message, with_message
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.records.heads.sections import Section
from youju.records.kind import Kind, RecordKind
from youju.records.kinds import case_kinds, record_kinds
from youju.records.messages.guess import MOST
from youju.records.rights import sections_to_record

_LONGEST, _LEAST = 40, 2


class Choice(NamedTuple):
    name: str
    also: str
    url: str


@require_GET
def record_choose(request: HttpRequest) -> HttpResponse:
    """The kinds the member may write down, by section; with ?text= those, and what they count, that hold it."""
    member, text = member_of(request), request.GET.get("text", "")[:_LONGEST].strip()
    message = kept_message(request)
    own = kinds_to_record(member)
    running = [kind for kind in case_kinds() if kind.own_section and kind.opens_for(member, kind.section).exists()]
    if not own and not running:
        raise NotAllowed()
    chosen = [
        (
            Section(section),
            _choices(
                [kind for kind in own if kind.section == section],
                text,
                request.GET.get(PARAMETER, "") if message else "",
            )
            + _named([kind for kind in running if kind.section == section], text, "case-new"),
        )
        for section in Section
    ]
    sections = [(section, choices) for section, choices in chosen if choices]
    context = {
        "text": text,
        "sections": sections,
        "message": message,
        "may_paste": bool(own),
        "longest": MOST,
        "files": FilesForm(auto_id="paste_%s", member=member),
    }
    return render(request, "desk/records/record_choose.html", context)


def kinds_to_record(member: Member) -> list[RecordKind]:
    """The kinds that a member may write down, in the order of the list."""
    open_ones = sections_to_record(member)
    return [kind for kind in record_kinds() if kind.section in open_ones]


def _choices(kinds: list[RecordKind], text: str, key: str) -> list[Choice]:
    """key: of the group message that the form is to begin with, if there is one."""
    named = [choice._replace(url=with_message(choice.url, key)) for choice in _named(kinds, text, "record-new")]
    return named + [choice for kind in kinds for choice in _counted(kind, text)]


def _named(kinds: Sequence[Kind], text: str, route: str) -> list[Choice]:
    """The kinds of which label or help holds the text, each with the way to its form."""
    return [
        Choice(str(kind.label), str(kind.help), reverse(route, args=[kind.code]))
        for kind in kinds
        if text.lower() in f"{kind.label} {kind.help}".lower()
    ]


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
