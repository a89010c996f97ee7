"""Reading a list from outside, and making the moves that it asks for."""

from dataclasses import dataclass, field
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext_noop

from youju.errors import SheetRefused
from youju.lib.sheets import BadWorkbook, Problem, Said, read_table, read_workbook
from youju.orgs.members import Member
from youju.records.declared.case_lists import CaseList, ListedMove
from youju.records.kind import CaseKind
from youju.records.reading.access import visible_to
from youju.records.verbs.case_verbs import CaseMove, cases_move_each

NO_SHEET = gettext_noop("there is no sheet “%(sheet)s”: keep its name as in the template")


@dataclass
class ListReading:
    """All lines of a list. With any problem nothing may be done."""

    moves: list[ListedMove] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def titles(self, *, done: bool) -> list[str]:
        return [move.case.title for move in self.moves if move.done == done]


def read_list(*, kind: CaseKind, case_list: CaseList, content: BinaryIO, actor: Member) -> ListReading:
    """What a workbook asks to be done. Raises SheetRefused where the file is no workbook."""
    try:
        book = read_workbook(content)
    except BadWorkbook as bad:
        raise SheetRefused([bad.said]) from bad
    sheet = book.find(str(case_list.label)) or book.only()
    if sheet is None:
        label = str(case_list.label)
        return ListReading(problems=[Problem(label, Said(NO_SHEET, {"sheet": label}))])
    table = read_table(sheet, case_list.columns())
    reading = ListReading(problems=list(table.problems))
    cases = kind.model.loaded(visible_to(actor, kind.model))
    for line in table.rows() if not reading.problems else ():
        found = case_list.find(line, cases)
        if found is not None and not line.problems:
            reading.moves.append(found)
        reading.problems += line.problems
    return reading


@transaction.atomic
def cases_move_by_list(*, case_list: CaseList, reading: ListReading, actor: Member) -> int:
    """Make the moves that are not made yet, all of them or none, and say how many.

    Raises SheetRefused where the list has problems, and as ``cases_move_each``.
    """
    if reading.problems:
        raise SheetRefused(reading.problems)
    waiting = [move for move in reading.moves if not move.done]
    cases_move_each(
        moves=[CaseMove(case, case_list.action, actor, case.version, values=values) for case, values, _done in waiting]
    )
    return len(waiting)
