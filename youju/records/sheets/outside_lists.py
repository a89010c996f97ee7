"""Lists from outside whatever they make, records or cases: what the desk and the command ask alike."""

from typing import BinaryIO

from django.db.models import QuerySet

from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.declared.record_lists import RecordList
from youju.records.kind import CaseKind, SheetKind
from youju.records.rights import units_to_record_for
from youju.records.sheets.opening_list_reading import Progress, cases_open_by_list, read_opening_list, silent
from youju.records.sheets.record_list_reading import RecordsListed, read_record_list, records_add_by_list


def list_of(kind: SheetKind) -> RecordList | None:
    """The list whose lines become records or cases of the kind, if there is one."""
    return kind.opens_by_list if isinstance(kind, CaseKind) else kind.by_list


def units_of_list(kind: SheetKind, member: Member) -> "QuerySet[Unit]":
    """For which units a member may read the kind's list in."""
    if isinstance(kind, CaseKind):
        return kind.opens_for(member, kind.section)
    return units_to_record_for(member, kind.section)


def read_list_of(*, kind: SheetKind, content: BinaryIO, unit: Unit) -> RecordsListed:
    """What a workbook makes for a unit; nothing of a kind without a list. Raises SheetRefused."""
    if isinstance(kind, CaseKind):
        opening = kind.opens_by_list
        return read_opening_list(kind=kind, opening_list=opening, content=content, unit=unit) if opening else _NOTHING
    by_list = kind.by_list
    return read_record_list(kind=kind, record_list=by_list, content=content, unit=unit) if by_list else _NOTHING


def write_listed(
    *, kind: SheetKind, listed: RecordsListed, unit: Unit, actor: Member, progress: Progress = silent
) -> int:
    """Write down what is new, all of it or nothing, and say how many. Raises SheetRefused, NotAllowed."""
    if isinstance(kind, CaseKind):
        return cases_open_by_list(kind=kind, listed=listed, unit=unit, actor=actor, progress=progress)
    return records_add_by_list(kind=kind, listed=listed, unit=unit, actor=actor)


_NOTHING = RecordsListed()
