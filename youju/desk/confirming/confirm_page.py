"""领导确认: the entries that one person wrote and verified alone, confirmed in one go, on a phone first."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.records.facts_text import facts_text
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib.naturals import natural
from youju.orgs.members import Member, Role
from youju.records.heads.attachments import attachments_of
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import specific
from youju.records.verbs.confirmations import entries_confirm, to_confirm

_AT_ONCE = 100


class Row(NamedTuple):
    record: Ledgered
    seq: int
    counted: str
    files: int


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_page(request: HttpRequest) -> HttpResponse:
    """The list for signing leaders; a POST confirms what is ticked, all of it or none. Raises NotAllowed."""
    member = member_of(request)
    if not member.has_role(Role.SIGNER):
        raise NotAllowed()
    if request.method == "POST":
        return _confirm(request, member)
    found = to_confirm(member)
    return render(request, "desk/confirming/confirm.html", {"rows": _rows(found[:_AT_ONCE]), "total": len(found)})


def _confirm(request: HttpRequest, member: Member) -> HttpResponse:
    seqs = [seq for text in request.POST.getlist("seq") if (seq := natural(text)) is not None]
    if not seqs:
        messages.warning(request, _("Nothing was ticked, so nothing was confirmed."))
        return redirect("confirm")
    done = entries_confirm(seqs=seqs, actor=member)
    messages.success(request, ngettext("%d entry is confirmed.", "%d entries are confirmed.", done) % done)
    return redirect("confirm")


def _rows(found: list[tuple[Ledgered, int]]) -> list[Row]:
    records = specific([record for record, _seq in found])
    files = attachments_of(record.ref for record in records)
    return [
        Row(record, seq, facts_text(record), len(files[record.ref]))
        for record, (_head, seq) in zip(records, found, strict=True)
    ]
