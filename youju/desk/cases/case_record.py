"""The record that a case has led to: written down as a draft by one press."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.records.reading.access import get_case_for
from youju.records.verbs.record_begin import record_begin


@require_POST
def case_record(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin it, and open it for editing while it is still a draft. Raises as ``record_begin``."""
    member = member_of(request)
    record = record_begin(case=get_case_for(member, ref), actor=member)
    if not record.editable:
        return redirect("record", record.ref)
    messages.success(request, _("The draft is written. Look it over, then hand it in."))
    return redirect("record-edit", record.ref)
