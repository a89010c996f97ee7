"""Opening cases, one or many, with their evidence and the milestones that stand from the beginning."""

from collections.abc import Sequence
from itertools import starmap
from typing import NamedTuple

from django.db import IntegrityError, transaction

from youju.errors import NotFound, in_place
from youju.evidence.models import File
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.errors import NewerVersion
from youju.records.heads.attachments import attachments_of
from youju.records.heads.beside import Arrived, Piece, put_beside_many
from youju.records.heads.case import OPENED, Case
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.refs import is_ref, new_ref
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.verbs.case_content import Changed, follow
from youju.records.verbs.case_turns import alert_turns
from youju.records.verbs.record_verbs import Values

Files = Sequence[Arrived | tuple[File, str]]


class Opening(NamedTuple):
    """A case that somebody wants to open. values, ref, section, files: as of ``case_open``."""

    kind: CaseKind
    values: Values
    actor: Member
    ref: str = ""
    section: Section | None = None
    files: Files = ()


@transaction.atomic
def cases_open(*, openings: Sequence[Opening]) -> list[Case]:
    """Open many cases at one moment, in this order: all of them, or none.

    Each is looked at as ``case_open`` looks at it, after those before it were opened. Whatever one of them raises says
    of which it is.
    """
    there = _taken([opening.ref for opening in openings])
    cases: list[Case] = []
    new: list[tuple[Case, Opening]] = []
    for place, opening in enumerate(openings, 1):
        with in_place(place, len(openings), str(opening.values.get("title", ""))):
            case, is_new = _open(opening, sent=opening.ref in there)
        cases.append(case)
        new += [(case, opening)] if is_new else []
    put_files([(case, opening.actor, opening.files) for case, opening in new])
    opened = [(case, opening.actor) for case, opening in new]
    audit.write_each(
        action=OPENED, done=[(actor, case.ref, {"move": "open", "to": case.state}) for case, actor in opened]
    )
    alert_turns(opened)
    follow([Changed(case, {}, actor) for case, actor in opened])
    return cases


def put_files(given: Sequence[tuple[Case, Member, Files]]) -> None:
    """Put evidence beside cases, each content once beside each. given: with whoever brings it."""
    given = [(case, actor, files) for case, actor, files in given if files]
    if not given:
        return
    beside = attachments_of(case.ref for case, _actor, _files in given)
    there = {(attached.record_ref, attached.file_id) for some in beside.values() for attached in some}
    put_beside_many(
        (case, actor, Piece(each.file, name=each.name, original=each.original))
        for case, actor, files in given
        for each in starmap(Arrived, files)
        if (case.ref, each.file.pk) not in there
    )


def _open(opening: Opening, *, sent: bool) -> tuple[Case, bool]:
    """The case, and whether it was opened just now. sent: whether there is one of its reference."""
    kind, values, actor = opening.kind, opening.values, opening.actor
    ref = opening.ref if is_ref(opening.ref, kind.code) else new_ref(kind.code)
    if sent and (there := _sent_before(kind, ref, values, actor)) is not None:
        return there, False
    section = opening.section or kind.section
    case = kind.model(ref=ref, kind=kind.code, section=section, author=actor, created_at=clock.now())
    case.state = kind.model.FIRST
    case.assign(values)
    try:
        with transaction.atomic():
            case.save()
    except IntegrityError:
        if (there := _sent_before(kind, ref, values, actor)) is not None:  # pressed twice, both at once
            return there, False
        raise
    case.save_parts(values)
    return case, True


def _taken(refs: Sequence[str]) -> set[str]:
    """Those of the references that something has already."""
    found: set[str] = set()
    for batch in batches(ref for ref in refs if ref):
        found.update(Ledgered.objects.filter(ref__in=batch).values_list("ref", flat=True))
    return found


def _sent_before(kind: CaseKind, ref: str, values: Values, actor: Member) -> Case | None:
    there: Case | None = kind.model.objects.filter(ref=ref).first()
    if there is None:
        return None
    if there.author_id != actor.pk:
        raise NotFound()
    if not there.says(values):
        raise NewerVersion(title=there.title)
    return there
