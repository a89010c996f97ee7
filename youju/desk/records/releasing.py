"""Releasing evidence to everybody, and taking that back."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.releases import Release
from youju.records.reading.files import get_evidence_for
from youju.records.verbs.released import evidence_release, evidence_withhold


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises NotFound where its record is not for the member, and as ``evidence_release``."""
    member = member_of(request)
    head, attachment = _asked(member, pk)
    evidence_release(head=head, attachment=attachment, actor=member)
    messages.success(request, _("“%s” is open to everybody now.") % attachment)
    return redirect("record", head.ref)


@require_POST
def withhold(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises as ``release``."""
    member = member_of(request)
    head, attachment = _asked(member, pk)
    evidence_withhold(head=head, attachment=attachment, actor=member)
    messages.success(request, _("“%s” is no longer open to everybody.") % attachment)
    return redirect("record", head.ref)


def released_among(attachments: Iterable[Attachment]) -> set[int]:
    """The ids of those that are released."""
    asked = [attachment.pk for attachment in attachments]
    return set(Release.objects.filter(attachment__in=asked).values_list("attachment_id", flat=True))


def _asked(member: Member, pk: int) -> tuple[Ledgered, Attachment]:
    attachment, head = get_evidence_for(member, pk)
    return head, attachment
