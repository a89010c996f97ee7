"""Writing down many records at once: what ``record_add`` and ``evidence_attach`` do for one, in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import IntegrityError, models, transaction

from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.heads.beside import Piece, put_beside_many
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.refs import is_ref, new_ref
from youju.records.kind import RecordKind
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.record_verbs import Values, record_add


class Draft(NamedTuple):
    """A record to be written down by somebody, with its evidence. values, ref: as of ``record_add``."""

    kind: RecordKind
    values: Values
    actor: Member
    pieces: Sequence[Piece] = ()
    ref: str = ""


@transaction.atomic
def records_add(*, drafts: Sequence[Draft]) -> list[Record]:
    """Write down many new records as drafts with their evidence, in the order given: all of them, or none.

    One whose reference was sent before is looked at as ``record_add`` looks at it, and raises as that does.
    """
    given = [draft.ref for draft in drafts if is_ref(draft.ref, draft.kind.code)]
    if len(set(given)) == len(given) and not _taken(given):
        try:
            with transaction.atomic():
                return _add(drafts)
        except IntegrityError:  # pressed twice, both at once
            pass
    return [_add_one(draft) for draft in drafts]


def _add(drafts: Sequence[Draft]) -> list[Record]:
    records = [_row(draft) for draft in drafts]
    _insert(records)
    for record, draft in zip(records, drafts, strict=True):
        record.save_parts(draft.values)
    audit.write_each(action="record.add", done=[(record.author, record.ref, {}) for record in records])
    put_beside_many((record, draft.actor, piece) for record, draft in _each(records, drafts) for piece in draft.pieces)
    return records


def _add_one(draft: Draft) -> Record:
    record = record_add(kind=draft.kind, values=draft.values, actor=draft.actor, ref=draft.ref)
    for piece in draft.pieces:
        evidence_attach(record=record, actor=draft.actor, **piece._asdict())
    return record


def _row(draft: Draft) -> Record:
    kind = draft.kind
    ref = draft.ref if is_ref(draft.ref, kind.code) else new_ref(kind.code)
    row = kind.model(ref=ref, kind=kind.code, section=kind.section, author=draft.actor, created_at=clock.now())
    row.assign(draft.values)
    return row


def _each(records: Iterable[Record], drafts: Iterable[Draft]) -> Iterable[tuple[Record, Draft]]:
    return zip(records, drafts, strict=True)


def _taken(refs: Sequence[str]) -> bool:
    return any(Ledgered.objects.filter(ref__in=batch).exists() for batch in batches(refs))


def _insert(records: Sequence[Record]) -> None:
    """Heads first, then each kind's own columns: ``bulk_create`` takes no model of two tables."""
    Ledgered.objects.bulk_create(records)
    by_model: dict[type[Record], list[Record]] = defaultdict(list)
    for record in records:
        record.pk = record.id
        by_model[type(record)].append(record)
    for model, rows in by_model.items():
        _insert_own_columns(model, rows)


def _insert_own_columns(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    queryset = model._base_manager.all()
    queryset._batched_insert(rows, fields=model._meta.local_concrete_fields, batch_size=None)  # type: ignore[attr-defined]  # what bulk_create ends in
