"""What is said of a form before it is saved: that day was told already, or a number looks unusual."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from youju.desk.records.hints import hints_of
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.records.heads.record import Record
from youju.records.kind import RecordKind
from youju.records.kinds import get_record_kind
from youju.records.rights import units_to_record_for


@require_POST
def told_before(request: HttpRequest, code: str) -> HttpResponse:
    """The hints on what is typed so far; nothing is saved. Empty while the form cannot be read."""
    member, kind = member_of(request), get_record_kind(code)
    if not units_to_record_for(member, kind.section).exists():
        raise NotAllowed()
    record = _typed_record(request, kind, member)
    hints = hints_of([record], member).get(record.ref) if record else None
    return render(request, "desk/records/told_before.html", {"hints": hints})


def _typed_record(request: HttpRequest, kind: RecordKind, member: Member) -> Record | None:
    """What the form would make; None where it is not valid yet, or counts what only a saved row can tell."""
    form = kind.form(request.POST, actor=member)
    if "title" in form.fields:  # some kinds make it of what else is typed
        form.fields["title"].required = False
    if not form.is_valid():
        return None
    record = kind.model(ref=request.POST.get("known", "")[:40], kind=kind.code, section=kind.section, author=member)
    record.assign(form.cleaned_data)
    return record
