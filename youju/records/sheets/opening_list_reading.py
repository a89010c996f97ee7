"""Reading a list from outside, and opening the cases that its lines make."""

from collections.abc import Callable
from typing import BinaryIO

from django.db import transaction

from youju.errors import NotAllowed, SheetRefused
from youju.lib.batches import batches
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.declared.record_lists import OpeningList
from youju.records.heads.refs import derived_ref
from youju.records.kind import CaseKind
from youju.records.sheets.record_list_reading import RecordsListed, listed_apart, table_of_list
from youju.records.verbs.case_verbs import Opening, cases_open

# So many are opened in one step: between them it is told how far it is.
_TOGETHER = 100

Progress = Callable[[int, int], None]


def read_opening_list(*, kind: CaseKind, opening_list: OpeningList, content: BinaryIO, unit: Unit) -> RecordsListed:
    """What a workbook opens for a unit; a case is known by its key, whoever has it. Raises as ``table_of_list``."""
    table = table_of_list(opening_list, content)
    if table.problems:
        return RecordsListed(problems=table.problems)
    cases, problems = opening_list.read(table, unit)
    there = opening_list.there([case.key for case in cases])
    by_ref = {derived_ref(kind.code, case.key): case for case in cases}
    return listed_apart(by_ref, {ref for ref, case in by_ref.items() if case.key in there}, problems)


def silent(_done: int, _of: int) -> None:
    """Nobody watches."""


@transaction.atomic
def cases_open_by_list(
    *, kind: CaseKind, listed: RecordsListed, unit: Unit, actor: Member, progress: Progress = silent
) -> int:
    """Open what is new of a list, all of it or nothing, and say how many.

    progress: told how many are open, and of how many. Raises SheetRefused where the list has problems, NotAllowed
    where the actor opens nothing for the unit, and as ``cases_open``.
    """
    if not kind.opens_for(actor, kind.section).filter(pk=unit.pk).exists():
        raise NotAllowed()
    if listed.problems:
        raise SheetRefused(listed.problems)
    done = 0
    for batch in batches((Opening(kind, case.values, actor, ref) for ref, case in listed.new.items()), _TOGETHER):
        done += len(cases_open(openings=batch))
        progress(done, len(listed.new))
    return done
