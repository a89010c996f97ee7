"""Reading a list from outside, and writing down the records that its lines make."""

from dataclasses import dataclass, field
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext_noop

from youju.errors import NotAllowed, SheetRefused
from youju.lib.sheets import BadWorkbook, Problem, Said, Table, read_table, read_workbook
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.declared.record_lists import ListedRecord, RecordList
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.refs import derived_ref
from youju.records.kind import RecordKind
from youju.records.rights import may_record
from youju.records.verbs.adding import Draft, records_add

NO_SHEET = gettext_noop("the workbook has several sheets: keep the one with the list")


@dataclass
class RecordsListed:
    """What a list makes. new: by the reference that each will have; there: what was written down before.

    With any problem nothing may be written.
    """

    new: dict[str, ListedRecord] = field(default_factory=dict)
    there: list[ListedRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_record_list(*, kind: RecordKind, record_list: RecordList, content: BinaryIO, unit: Unit) -> RecordsListed:
    """What a workbook makes for a unit. Raises SheetRefused as ``table_of_list``."""
    table = table_of_list(record_list, content)
    if table.problems:
        return RecordsListed(problems=table.problems)
    records, problems = record_list.read(table, unit)
    by_ref = {derived_ref(kind.code, (unit.code, *record.key)): record for record in records}
    there = set(Ledgered.objects.filter(ref__in=by_ref).values_list("ref", flat=True))
    return listed_apart(by_ref, there, problems)


def table_of_list(record_list: RecordList, content: BinaryIO) -> Table:
    """The table of a list. Raises SheetRefused where the file is no workbook, or has several sheets and none of it."""
    try:
        book = read_workbook(content)
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    label = str(record_list.label)
    sheet = book.find(label) or book.only()
    if sheet is None:
        raise SheetRefused([Problem(label, Said(NO_SHEET))])
    return read_table(sheet, record_list.columns())


def listed_apart(by_ref: dict[str, ListedRecord], there: set[str], problems: list[Problem]) -> RecordsListed:
    """What is new and what is there. there: references among those of ``by_ref``."""
    return RecordsListed(
        {ref: record for ref, record in by_ref.items() if ref not in there},
        [record for ref, record in by_ref.items() if ref in there],
        problems,
    )


@transaction.atomic
def records_add_by_list(*, kind: RecordKind, listed: RecordsListed, unit: Unit, actor: Member) -> int:
    """Write down what is new of a list as drafts, all of it or nothing, and say how many.

    Raises SheetRefused where the list has problems, NotAllowed where the actor records nothing for the unit.
    """
    if not may_record(actor, unit.pk, kind.section):
        raise NotAllowed()
    if listed.problems:
        raise SheetRefused(listed.problems)
    drafts = [Draft(kind, record.values, actor, ref=ref) for ref, record in listed.new.items()]
    return len(records_add(drafts=drafts))
