"""The list of one section's records, with its filters."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.views.decorators.http import require_GET

from youju.desk.pages import FirstPages, listed_first
from youju.desk.records.amounts import amounts_of
from youju.desk.records.filters import RecordFilter
from youju.desk.records.group_text import listed_text
from youju.desk.records.list_address import keep_list
from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Member, Role
from youju.records.heads.attachments import attachments_of, best_grade
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.sections import Section
from youju.records.kind import Kind, RecordKind
from youju.records.kinds import case_kinds, record_kinds
from youju.records.reading.access import visible_to
from youju.records.reading.saved_lists import saved_lists
from youju.records.rights import reached_units, sections_of, units_to_record_for


class Row(NamedTuple):
    record: Ledgered
    sort: str
    amount: str
    grade: str
    grade_label: str


@require_GET
def first_section(request: HttpRequest) -> HttpResponse:
    """The list of the member's first section: every list shows the way to the others."""
    own = sections_of(member_of(request))
    return redirect(
        "record-list", next((kind.section for kind in record_kinds() if kind.section in own), Section.STUDY)
    )


@require_GET
def record_list(request: HttpRequest, section: str) -> HttpResponse:
    """One section's records that the member may read, newest first."""
    filters = _filters(request, section)
    member, own = member_of(request), sections_of(member_of(request))
    keep_list(request, section)
    pages = FirstPages(_found(filters, section), _heads)
    shown = listed_first(request, pages)
    records = list(shown["page"].object_list)
    amounts = amounts_of(records, pages.every, pages.count)
    context = shown | {
        "section": Section(section),
        "sections": [each for each in own if any(kind.section == each for kind in record_kinds())],
        "kinds": filters.among,
        "case_kinds": [kind for kind in case_kinds() if kind.section == section and kind.own_section],
        "kind": filters.of_kind,
        "filters": filters,
        "filtered": filters.used,
        "saved": saved_lists(member, section),
        "rows": _rows(records, filters.among, amounts.texts),
        "sums": amounts.sums,
        "group_text": listed_text(request, _head(section, filters), records, pages.count, more=pages.more),
        "officers_pages": _officers_pages(member, filters.of_kind),
        "may_add": units_to_record_for(member, section).exists(),
        "asked": urlencode({name: value for name in filters.fields if (value := request.GET.get(name))}),
    }
    return render(request, "desk/records/record_list.html", context)


def filtered_records(request: HttpRequest, section: str) -> QuerySet[Ledgered]:
    """What the list shows for an address, all pages of it. Raises NotFound, NotAllowed as the list does."""
    return _found(_filters(request, section), section)


def _found(filters: RecordFilter, section: str) -> QuerySet[Ledgered]:
    codes = [kind.code for kind in filters.among]  # what runs has lists of its own
    return filters.narrow(visible_to(filters.member).filter(section=section, kind__in=codes))


def _heads(ids: list[int]) -> QuerySet[Ledgered]:
    return Ledgered.objects.filter(pk__in=ids).select_related("unit")


def _head(section: str, filters: RecordFilter) -> str:
    """What the list is called: the kind that it is narrowed to, or the section."""
    return str(filters.of_kind.label if filters.of_kind else Section(section).label)


def _officers_pages(member: Member, kind: Kind | None) -> Mapping[str, str | Promise]:
    of_officer = isinstance(kind, RecordKind) and reached_units(member, Role.OFFICER, section=kind.section)
    return kind.officers_pages if isinstance(kind, RecordKind) and of_officer else {}


def _kinds_of(section: str) -> list[Kind]:
    among: list[Kind] = [kind for kind in record_kinds() if kind.section == section]
    if not among:
        raise NotFound()
    return among


def _filters(request: HttpRequest, section: str) -> RecordFilter:
    member, among = member_of(request), _kinds_of(section)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    if section not in sections_of(member):
        raise NotFound()
    return RecordFilter(request.GET, member, among)


def _rows(records: list[Ledgered], among: Sequence[Kind], amounts: dict[str, str]) -> list[Row]:
    sorts = {kind.code: kind.sorts() for kind in among}
    grades = attachments_of(record.ref for record in records)
    found = []
    for record in records:
        grade, amount = best_grade(grades.get(record.ref, ())), amounts.get(record.ref, "")
        sort = sorts[record.kind].get(record.sort, "")
        # “志愿者 12人” names the sort already.
        found.append(Row(record, "" if sort in amount else sort, amount, grade.value, str(grade.label)))
    return found
