"""Grades of evidence that whoever decides gives: what was ticked beside a proposal, and a button for later."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib.naturals import natural
from youju.records.heads.attachments import Attachment
from youju.records.reading.access import get_record_for
from youju.records.verbs.attach import evidence_grade


def confirmed_grades(request: HttpRequest, refs: Sequence[str]) -> dict[int, str]:
    """The proposed grades of these records' evidence that the verifier ticked, by attachment."""
    ticked = filter(None, map(natural, request.POST.getlist("confirm")))
    proposals = Attachment.objects.filter(pk__in=ticked, record_ref__in=refs).exclude(proposed="")
    return {attachment.pk: attachment.proposed for attachment in proposals}


@require_POST
def grade(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Say that one looked at a piece of evidence; with ``confirm``, that it is worth what was proposed."""
    member = member_of(request)
    record = get_record_for(member, ref, need="grade")
    attachment = Attachment.objects.filter(record_ref=record.ref, pk=pk).first()
    if attachment is None:
        raise NotFound()
    given = confirmed_grades(request, [record.ref]).get(pk, attachment.grade)
    evidence_grade(record=record, attachment=attachment, actor=member, grade=given)
    messages.success(request, _("Noted: you have looked at “%s”.") % attachment.name)
    return redirect("record", ref)
