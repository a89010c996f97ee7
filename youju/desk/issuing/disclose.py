"""Putting an issued document on the public site, and taking it off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.scope import member_of
from youju.summaries.drafts.access import get_document_for
from youju.summaries.issuing.disclosing import edition_disclose, edition_withhold


@require_POST
def disclose(request: HttpRequest, ref: str) -> HttpResponse:
    """Raises as ``edition_disclose``."""
    member = member_of(request)
    document = get_document_for(member, ref)
    edition_disclose(document=document, actor=member)
    messages.success(request, _("“%s” is on the site now.") % document.title)
    return redirect("edition", ref)


@require_POST
def withhold(request: HttpRequest, ref: str) -> HttpResponse:
    """Raises as ``edition_withhold``."""
    member = member_of(request)
    document = get_document_for(member, ref)
    edition_withhold(document=document, actor=member)
    messages.success(request, _("“%s” is off the site.") % document.title)
    return redirect("edition", ref)
