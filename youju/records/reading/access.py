"""The two questions about rights, ``visible_to`` and ``can``, and the getter that states the right it needs."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeVar, overload

from django.db.models import Q, QuerySet

from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.members import Member
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.refs import is_ref
from youju.records.kinds import find_kind, get_kind, kind_of, kinds, record_kinds
from youju.records.rights import allowed, readable
from youju.records.subqueries import written_out

_Row = TypeVar("_Row", bound=Ledgered)

logger = logging.getLogger(__name__)

ACTIONS = (
    "read",
    "edit",
    "submit",
    "confirm",
    "withdraw",
    "delete",
    "drop",
    "resume",
    "close",
    "attach",
    "decide",
    "verify",
    "send-back",
    "check",
    "return",
    "amend",
    "correct",
    "decide-change",
    "grade",
    "later",
    "void",
)


def open_to(member: Member) -> Q:
    """What a member may read, as a filter: by unit, by section, and nothing that a kind withholds from the member.

    Lists, counts, search, queues, files and what lies behind a figure all ask this one question.
    """
    return readable(member) & ~_withheld(member)


@overload
def visible_to(member: Member) -> QuerySet[Ledgered]: ...


@overload
def visible_to(member: Member, model: type[_Row]) -> QuerySet[_Row]: ...


def visible_to(member: Member, model: type[Ledgered] = Ledgered) -> QuerySet[Any]:
    """What a member may read: the heads of all kinds in one query, or one kind's own rows.

    The question is kept for the member object's life, as ``held`` is; what answers it is asked each time.
    """
    kept: dict[Any, QuerySet[Any]] = member.__dict__.setdefault("_visible", {})
    asked = model, clock.today()
    if asked not in kept:
        rows: QuerySet[Any] = model.objects.filter(open_to(member))
        kept[asked] = rows.select_related("unit", "author", "verifier", "occasion")
    return kept[asked].all()


def can(member: Member, action: str, record: Ledgered) -> bool:
    """Whether a member may do ``action`` (one of ACTIONS) with a record."""
    return is_visible(member, record) and allowed(member, action, record)


def is_visible(member: Member, record: Ledgered) -> bool:
    return bool(Ledgered.objects.filter(open_to(member), pk=record.pk).exists())


def _withheld(member: Member) -> Q:
    """What a kind keeps from a member although unit and section are open to it, and what came from that."""
    hidden = Q(pk__in=())
    for kind in kinds():
        if kind.withheld is not None:
            hidden |= Q(kind=kind.code) & kind.withheld(member)
    return _with_what_came(hidden)


def confidential(reader: Member | None = None) -> Q:
    """What stands in no text or file that is passed on, by the heads; with a reader, in none of theirs."""
    hidden = Q(pk__in=())
    for kind in kinds():
        if kind.confidential is not None:
            hidden |= Q(kind=kind.code) & kind.confidential(reader)
    return _with_what_came(hidden)


def unlisted_kinds(member: Member) -> set[str]:
    """Codes of the kinds of which a member sees no row listed behind a figure, with those that come from them.

    What is missing from a list would tell that there is something kept; so there is no list, whatever there is.
    """
    found = {kind.code for kind in kinds() if kind.unlisted is not None and kind.unlisted(member)}
    return found | {kind.code for kind in kinds() if kind.comes_from} if found else found


def _with_what_came(hidden: Q) -> Q:
    """A filter over the heads, and with it whatever names a row of these as what it came from."""
    sources = Ledgered.objects.filter(hidden).order_by()
    for kind in kinds():
        if kind.comes_from:
            came = kind.model.objects.filter(**{f"{kind.comes_from}__in": sources.values("pk")})
            hidden |= Q(kind=kind.code, pk__in=written_out(came.order_by().values("pk")))
    return hidden


def is_withheld(member: Member, row: Ledgered) -> bool:
    """Whether a row is kept from a member, wherever its unit and section are. A query only where its kind withholds."""
    return bool(withheld_among(member, [row]))


def withheld_among(member: Member, rows: Iterable[Ledgered]) -> set[int]:
    """Ids of those rows that are kept from a member, wherever their units and sections are.

    A query for each kind among them that withholds what is of their sorts.
    """
    by_kind: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if may_be_withheld(row):
            by_kind[row.kind].append(row.pk)
    found: set[int] = set()
    for code, ids in by_kind.items():
        withheld = get_kind(code).withheld
        hidden = withheld(member) if withheld is not None else _withheld(member)
        for batch in batches(ids):
            found.update(Ledgered.objects.filter(hidden, pk__in=batch).values_list("pk", flat=True))
    return found


def may_be_withheld(row: Ledgered) -> bool:
    """Whether a row is of those of which its kind keeps some from some members."""
    kind = find_kind(row.kind)
    if kind is None or kind.withheld is None:
        return kind is not None and bool(kind.comes_from)
    return not kind.withheld_sorts or row.sort in kind.withheld_sorts


def is_confidential(row: Ledgered) -> bool:
    """Whether a row stands in no text that is passed on."""
    return bool(Ledgered.objects.filter(confidential(), pk=row.pk).exists())


def records_among(refs: Iterable[str]) -> set[str]:
    """Those of which a hint may say that there is something to whoever may not read them: records alone.

    What came from outside, and what came of that, is not even hinted at: the paper beside it may be a complaint's.
    """
    found: set[str] = set()
    kinds_of_records = [kind.code for kind in record_kinds()]
    for batch in batches(sorted(refs)):
        rows = Ledgered.objects.filter(ref__in=batch, kind__in=kinds_of_records).exclude(confidential())
        found.update(rows.order_by().values_list("ref", flat=True))
    return found


def withheld_from(member: Member) -> Q:
    """What is kept from a member, wherever its unit and section are, as a filter over the heads."""
    return _withheld(member)


def withheld_refs(member: Member) -> list[str]:
    """The references of all that is kept from a member although unit and section might be open to it: mostly none."""
    return list(Ledgered.objects.filter(_withheld(member)).order_by().values_list("ref", flat=True))


def get_record_for(member: Member, ref: str, need: str = "read") -> Record:
    """The record of this reference, with the right to do ``need``.

    Raises NotFound where there is none or it is not for this member (the two look alike);
    NotAllowed where the member may read it but not do this.
    """
    kind = kind_of(ref)
    if kind is None or not is_ref(ref, kind.code):
        raise NotFound()
    record = visible_to(member, kind.model).filter(ref=ref).first()
    if not isinstance(record, Record):
        if Ledgered.objects.filter(ref=ref).exists():
            _note_refusal(member, need, ref, "not open to this member")
        raise NotFound()
    if not allowed(member, need, record):
        _note_refusal(member, need, ref, "not allowed to this member")
        raise NotAllowed()
    return record


def get_case_for(member: Member, ref: str) -> Case:
    """The case of this reference, to read; its moves ask for their own right. Raises NotFound."""
    kind = kind_of(ref)
    found = None
    if kind is not None and is_ref(ref, kind.code):
        found = visible_to(member, kind.model).filter(ref=ref).first()
    if not isinstance(found, Case):
        raise NotFound()
    return found


def get_head_for(member: Member, ref: str) -> Ledgered:
    """The head of whatever has this reference, to read. Raises NotFound."""
    head = visible_to(member).filter(ref=ref).first()
    if head is None:
        raise NotFound()
    return head


def _note_refusal(member: Member, need: str, ref: str, why: str) -> None:
    """For whoever watches the machine: somebody tries doors. The member is a token, as in the ledger."""
    logger.warning("refused: %s wanted to %s %s, %s", member.token, need, ref, why)


def heads_for(member: Member, refs: list[str]) -> list[Ledgered]:
    """The heads among ``refs`` that a member may read, in the order asked; others are left out."""
    found: dict[str, Ledgered] = {}
    for batch in batches(refs):
        found.update((head.ref, head) for head in visible_to(member).filter(ref__in=batch))
    return [found[ref] for ref in refs if ref in found]
