"""Saving how a section's list is narrowed, and removing it again."""

from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from youju.desk.records.filters import RecordFilter
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.records.heads.sections import Section
from youju.records.reading.saved_lists import list_forget, list_save
from youju.records.rights import sections_of


@require_POST
def save(request: HttpRequest, section: str) -> HttpResponse:
    """Save the filters that the list stood at. Raises NotFound, NothingToSave, TooManyLists."""
    own = _own(request, section)
    asked = parse_qsl(request.POST.get("asked", ""))
    query = urlencode([(name, value) for name, value in asked if name in RecordFilter.base_fields])
    saved = list_save(member=member_of(request), section=own, name=request.POST.get("name", ""), query=query)
    return redirect(f"{reverse('record-list', args=[section])}?{saved.query}")


@require_POST
def forget(request: HttpRequest, section: str) -> HttpResponse:
    """Remove the saved list of the name that is posted. Raises NotFound."""
    list_forget(member=member_of(request), section=_own(request, section), name=request.POST.get("name", ""))
    return redirect("record-list", section)


def _own(request: HttpRequest, section: str) -> Section:
    """The section, where the member may see it."""
    if section not in sections_of(member_of(request)):
        raise NotFound()
    return Section(section)
