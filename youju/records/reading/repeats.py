"""What may have been told twice: evidence that another record has too, a day that was told before.

Only ever a question to whoever writes or verifies. Nothing is refused for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from django.db.models import Q

from youju.evidence.likeness import files_like
from youju.lib.batches import batches
from youju.lib.periods import yyyymm
from youju.orgs.tree import timeline
from youju.records.declared.becoming import comes_of
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.states import ENDED
from youju.records.kind import RecordKind
from youju.records.kinds import find_kind
from youju.records.reading.links import links_of, records_linking

# “九月党支部学习会” and “九月支部学习” reach 0.86; “统计法学习” and “消防安全培训” stay far below.
_NEAR_TITLE = 0.75


class Twin(NamedTuple):
    """What one record has and another, too: evidence, a link, or what its kind says.

    same: the same; else a picture nearly the same. told: what the kind says, and no evidence.
    """

    name: str
    ref: str
    same: bool
    told: bool = False


class Other(NamedTuple):
    """What is compared of another record of a day: of a busy day there are hundreds."""

    pk: int
    ref: str
    kind: str
    sort: str
    unit_id: int
    unit_code: str
    occasion_id: int | None
    title: str
    happened: date


def evidence_elsewhere(records: Sequence[Ledgered]) -> dict[str, list[Twin]]:
    """What these records share with other records, voided and dropped ones left out; by ref.

    records: with their kind's own columns. The same few queries, however many records are asked for.
    """
    own = [each for attached in attachments_of(record.ref for record in records).values() for each in attached]
    like = files_like(each.file for each in own if each.file)
    wanted = {each.file_id for each in own if each.file_id} | {file.pk for near in like.values() for file in near}
    beside = _records_of(wanted)
    apart = _by_one_decision(records, own, beside)
    found: dict[str, list[Twin]] = defaultdict(list)
    for each in own:
        same = (ref for ref in beside.get(each.file_id or 0, ()) if (each.record_ref, ref) not in apart)
        found[each.record_ref] += [Twin(each.name, ref, True) for ref in same]
        near = (file.pk for file in like.get(each.file_id or 0, []))
        found[each.record_ref] += [Twin(each.name, ref, False) for pk in near for ref in beside.get(pk, ())]
    links = links_of(records, own)
    linking = records_linking({link for told in links.values() for link in told})
    for record_ref, told in links.items():
        found[record_ref] += [Twin(link, ref, True) for link in told for ref in linking.get(link, ())]
    for ref, name, other in _told_twice(records):
        found[ref].append(Twin(name, other, True, told=True))
    once = {ref: _once(ref, twins) for ref, twins in found.items()}
    return {ref: twins for ref, twins in once.items() if twins}


def _by_one_decision(
    records: Sequence[Ledgered], own: Sequence[Attachment], beside: Mapping[int, list[str]]
) -> set[tuple[str, str]]:
    """A record and another with the same decision, of another unit, which tells nothing twice.

    Only of kinds where one decision is about several units, each with a record of its own.
    """
    units = {record.ref: record.unit_id for record in records if _one_decision(record.kind)}
    pairs = {
        (each.record_ref, ref)
        for each in own
        if each.record_ref in units and each.role == EvidenceRole.DECISION
        for ref in beside.get(each.file_id or 0, ())
        if ref != each.record_ref
    }
    theirs: dict[str, int] = {}
    for batch in batches(sorted({ref for _own, ref in pairs})):
        theirs |= dict(Ledgered.objects.filter(ref__in=batch).values_list("ref", "unit_id"))
    return {(mine, ref) for mine, ref in pairs if theirs.get(ref) != units[mine]}


def _one_decision(kind: str) -> bool:
    found = find_kind(kind)
    return isinstance(found, RecordKind) and found.one_decision


def _told_twice(records: Sequence[Ledgered]) -> Iterator[tuple[str, str, str]]:
    """What the records' kinds themselves find in others, of records that are saved."""
    for code in dict.fromkeys(record.kind for record in records):
        kind = find_kind(code)
        if isinstance(kind, RecordKind) and kind.twins:
            yield from kind.twins(
                [each for each in records if each.kind == code and isinstance(each, Record) and each.pk]
            )


def same_day(records: Iterable[Ledgered]) -> dict[str, list[str]]:
    """References of other records of the same day with nearly the same title; by ref.

    Of the same unit those of the same kind and sort, and those of the same occasion whatever their kind. Of other
    units those that may tell of the very same thing: of the same kind with one naming the other as its partner, or of
    the same occasion, or of a kind whose things are shared, in a unit above or below. A record without a title is still
    being typed: all of its own unit's.
    """
    asked = list(records)
    named = _partners(Q(ledgered__in=[record.pk for record in asked if record.pk]))
    told = _told_on(asked, {unit for units in named.values() for unit in units})
    partners = named
    for batch in batches(sorted(told)):
        partners |= _partners(Q(ledgered__happened__in=batch))
    found = {
        record.ref: [
            other.ref
            for other in told[record.happened]
            if other.ref != record.ref
            and _may_be_same(record, other, partners)
            and _near(other.title, record.title)
            and not comes_of(record.ref, other.ref)
        ]
        for record in asked
    }
    return {ref: twins for ref, twins in found.items() if twins}


def _told_on(asked: Sequence[Ledgered], partners: set[int]) -> dict[date, list[Other]]:
    """What else was told on the days of these records and may be the same, by day. partners: those they name."""
    units, kinds = {record.unit_id for record in asked}, {record.kind for record in asked}
    occasions = {record.occasion_id for record in asked if record.occasion_id}
    naming = Ledgered.partners.through.objects.filter(unit__in=units).values("ledgered")
    alike = Q(unit__in=units | partners, kind__in=kinds) | Q(occasion__in=occasions) | Q(kind__in=kinds, pk__in=naming)
    if shared := [kind for kind in kinds if _is_shared(kind)]:
        alike |= Q(kind__in=shared)
    rows = Ledgered.objects.exclude(state__in=ENDED).filter(alike).order_by("pk")
    told: dict[date, list[Other]] = defaultdict(list)
    for batch in batches(sorted({record.happened for record in asked})):
        found = rows.filter(happened__in=batch).values_list(
            "pk", "ref", "kind", "sort", "unit_id", "unit__code", "occasion_id", "title", "happened"
        )
        for other in map(Other._make, found):
            told[other.happened].append(other)
    return told


def _may_be_same(record: Ledgered, other: Other, partners: Mapping[int, set[int]]) -> bool:
    """Whether both can tell of one thing, going by unit, kind, occasion and partners."""
    one_occasion = record.occasion_id is not None and record.occasion_id == other.occasion_id
    if record.unit_id == other.unit_id:
        return one_occasion or (record.kind, record.sort) == (other.kind, other.sort)
    if not record.title:
        return False
    named = record.unit_id in partners.get(other.pk, ()) or other.unit_id in partners.get(record.pk or 0, ())
    shared = _is_shared(record.kind) and (record.kind, record.sort) == (other.kind, other.sort)
    return (named and record.kind == other.kind) or ((one_occasion or shared) and _in_line(record, other))


def _is_shared(kind: str) -> bool:
    """Whether a unit and one above it may both tell of one thing of this kind."""
    found = find_kind(kind)
    return isinstance(found, RecordKind) and found.shared


def _in_line(record: Ledgered, other: Other) -> bool:
    """Whether one unit stands above the other in that month."""
    tree, month = timeline(), yyyymm(record.happened)
    own, its = record.unit.code, other.unit_code
    return its in tree.above(own, month) or own in tree.above(its, month)


def _partners(which: Q) -> dict[int, set[int]]:
    """The units that some records name as partners, by the record's id."""
    found: dict[int, set[int]] = defaultdict(set)
    for record, unit in Ledgered.partners.through.objects.filter(which).values_list("ledgered_id", "unit_id"):
        found[record].add(unit)
    return found


def _once(ref: str, twins: Iterable[Twin]) -> list[Twin]:
    """Each other record once, with what says most: the same file or link rather than a picture nearly the same.

    What a record came of, as a selection of its award list, has its papers and is no double.
    """
    by_ref = {twin.ref: twin for twin in sorted(twins, key=lambda twin: twin.same)}
    by_ref.pop(ref, None)
    return [twin for twin in by_ref.values() if not comes_of(ref, twin.ref)]


def _records_of(files: Iterable[int]) -> dict[int, list[str]]:
    """The records that stand and rest on these files, by the file's id."""
    found: dict[int, list[str]] = defaultdict(list)
    for batch in batches(sorted(files)):
        ended = Ledgered.objects.filter(state__in=ENDED).values("ref")
        rows = Attachment.objects.filter(file__in=batch).exclude(record_ref__in=ended).order_by("pk")
        for file, ref in rows.values_list("file_id", "record_ref"):
            found[file or 0].append(ref)
    return found


def _near(one: str, other: str) -> bool:
    plain, like = ("".join(title.lower().split()) for title in (one, other))
    return (
        not plain
        or not like
        or plain == like
        or SequenceMatcher(None, plain, like, autojunk=False).ratio() >= _NEAR_TITLE
    )
