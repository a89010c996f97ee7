"""The page of a person's honours, service and posts, for the person and the keeper of their unit; as a sheet too."""

from collections.abc import Iterator
from io import BytesIO
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.desk.workbooks import workbook_file
from youju.errors import NotFound
from youju.lib.sheets import Column, Scalar, write_rows
from youju.records.forms.line_sheet import heading
from youju.records.reading.access import heads_for
from youju.records.reading.personal_page import PersonalPage, get_person_to_read, own_person, personal_page_read

_Response = TypeVar("_Response", bound=HttpResponseBase)


@require_GET
def own_page(request: HttpRequest) -> HttpResponse:
    """The page of whoever is logged in. Raises NotFound where nobody on the rosters is this member."""
    person = own_person(member_of(request))
    if person is None:
        raise NotFound()
    return redirect("personal-page", person.token)


@require_GET
def personal_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The page; records that the reader may open are linked."""
    member = member_of(request)
    page = personal_page_read(person=get_person_to_read(member, ref), actor=member)
    refs = [deed.ref for part in page.parts for deed in part.deeds]
    context = {
        "page": page,
        "own": page.person.member_id == member.pk,
        "open": {head.ref for head in heads_for(member, refs)},
    }
    return _unkept(render(request, "desk/people/personal_page.html", context))


@require_GET
def personal_file(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The same as a workbook, for the person to take along."""
    member, content = member_of(request), BytesIO()
    page = personal_page_read(person=get_person_to_read(member, ref), actor=member)
    write_rows(content, [(_("Posts"), _post_columns(), _posts(page)), (_("Deeds"), _deed_columns(), _deeds(page))])
    return _unkept(workbook_file(content, str(page.person)))


def _unkept(response: _Response) -> _Response:
    response["Cache-Control"] = "private, no-store"
    return response


def _post_columns() -> list[Column]:
    return [
        Column("unit", _("Unit"), width=30),
        Column("post", _("Post"), width=20),
        Column("since", heading(_("since")), sort="date", width=13),
        Column("until", heading(_("until")), sort="date", width=13),
    ]


def _posts(page: PersonalPage) -> Iterator[list[Scalar]]:
    for tenure in page.tenures:
        yield [str(tenure.unit), tenure.post, tenure.since, tenure.until]


def _deed_columns() -> list[Column]:
    return [
        Column("kind", heading(_("kind")), width=16),
        Column("day", _("Day"), sort="date", width=13),
        Column("what", _("Title or service"), width=30),
        Column("detail", _("Detail"), width=50),
        Column("ref", heading(_("reference")), width=22),
    ]


def _deeds(page: PersonalPage) -> Iterator[list[Scalar]]:
    for part in page.parts:
        for deed in part.deeds:
            yield [part.label, deed.day, deed.what, deed.detail, deed.ref]
