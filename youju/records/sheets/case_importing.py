"""Cases from a workbook: opened as on their page, and moved on as far as their row says, each move by its right."""

from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext, gettext_noop

from youju.errors import NotAllowed, YoujuError
from youju.lib.sheets import Problem, Said
from youju.orgs.members import Member
from youju.records.case_rights import may_move
from youju.records.heads.case import Case, path_to
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import CaseKind
from youju.records.sheets.columns import REF
from youju.records.sheets.reading import Entry
from youju.records.verbs.case_verbs import case_move, case_open

NO_WAY = gettext_noop("no move leads there from the beginning: leave the cell empty, and go on from its page")
NOT_YOURS = gettext_noop("“%(move)s” is for somebody else to do: leave the cell empty, and it waits for them")


def cases_write(
    batch: Sequence[Entry], *, kind: CaseKind, actor: Member, name: str, problems: list[Problem]
) -> list[tuple[Entry, Ledgered]]:
    """Open what is new, and make the moves up to the state of its row. name: of the file, the reason of such moves.

    What is refused is added to ``problems``, and leaves nothing of its row.
    """
    written: list[tuple[Entry, Ledgered]] = []
    for entry in batch:
        if entry.record is not None:
            written.append((entry, entry.record))
            continue
        try:
            with transaction.atomic():
                written.append((entry, _opened(entry, kind, actor, name)))
        except _Unfit as unfit:
            problems += unfit.problems
        except YoujuError as refusal:
            problems.append(row_problem(entry, refusal))
    return written


def row_problem(entry: Entry, refusal: YoujuError) -> Problem:
    """What a verb says of a row, at the cell of its reference."""
    return Problem(entry.row.source(REF), Said(str(refusal)))


class _Unfit(Exception):
    """A row that cannot be moved on as far as it says."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


def _opened(entry: Entry, kind: CaseKind, actor: Member, name: str) -> Case:
    if not kind.opens_for(actor, kind.section).filter(pk=entry.values["unit"].pk).exists():
        raise NotAllowed()
    case = case_open(kind=kind, values=entry.values, actor=actor, ref=entry.ref)
    path = path_to(kind.model, entry.state or kind.model.FIRST)
    if path is None:
        raise _Unfit(_at(entry, "state", Said(NO_WAY)))
    for action in path:
        if entry.state == case.state:  # the opening told of more than one move
            break
        _move(entry, case, action, kind, actor, name)
    return case


def _move(entry: Entry, case: Case, action: str, kind: CaseKind, actor: Member, name: str) -> None:
    move = case.moves[action]
    if not may_move(actor, case, move):
        raise _Unfit(_at(entry, "state", Said(NOT_YOURS, {"move": str(move.label)})))
    reason = gettext("from the workbook %(name)s") % {"name": name[:80]} if move.reason else ""
    there = {field: [str(getattr(case, field) or "")] for field in move.asks if hasattr(case, field)}
    sent = MultiValueDict({**there, **entry.moved, "reason": [reason]})
    form = kind.move_form(sent, instance=kind.model.objects.get(pk=case.pk), move=move, actor=actor)
    if not form.is_valid():
        raise _Unfit(*_faults(entry, form.errors))
    case_move(case=case, action=action, actor=actor, version=case.version, reason=reason, values=form.cleaned_data)


def _faults(entry: Entry, errors: Mapping[str, Sequence[object]]) -> Iterator[Problem]:
    for field, messages in errors.items():
        yield from (_at(entry, field, Said(str(message))) for message in messages)


def _at(entry: Entry, column: str, said: Said) -> Problem:
    return Problem(entry.row.source(column if column in entry.row.table.places else REF), said)
