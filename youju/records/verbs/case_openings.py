"""Opening cases, one or many, with their evidence and the milestones that stand from the beginning."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import IntegrityError, transaction

from youju.errors import NotFound, in_place
from youju.evidence.models import File
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.errors import NewerVersion
from youju.records.heads.beside import Arrived, put_beside, same_beside
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
    new: list[tuple[Case, Member]] = []
    for place, opening in enumerate(openings, 1):
        with in_place(place, len(openings), str(opening.values.get("title", ""))):
            case, is_new = _open(opening, sent=opening.ref in there)
        cases.append(case)
        new += [(case, opening.actor)] if is_new else []
    done = [(actor, case.ref, {"move": "open", "to": case.state}) for case, actor in new]
    audit.write_each(action=OPENED, done=done)
    alert_turns(new)
    follow([Changed(case, {}, actor) for case, actor in new])
    return cases


def put_files(case: Case, files: Files, actor: Member) -> None:
    """Put evidence beside a case, each content once."""
    for each in files:
        file, name, original = Arrived(*each)
        if same_beside(case, file=file) is None:
            put_beside(case, actor=actor, file=file, name=name, original=original)


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
    put_files(case, opening.files, actor)
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
