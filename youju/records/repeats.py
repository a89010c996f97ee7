"""What may have been told twice: a file that lies beside another record too, a day that the same unit told before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from youju.evidence.likeness import files_like
from youju.lib.batches import batches
from youju.records.attachments import Attachment, attachments_of
from youju.records.ledgered import Ledgered
from youju.records.states import ENDED

# “九月党支部学习会” and “九月支部学习” reach 0.86; “统计法学习” and “消防安全培训” stay far below.
_NEAR_TITLE = 0.75


class Twin(NamedTuple):
    """Evidence of one record that lies beside another, too. same: the same file; else a picture nearly the same."""

    attachment: Attachment
    ref: str
    same: bool


def evidence_elsewhere(refs: Sequence[str]) -> dict[str, list[Twin]]:
    """What the evidence of these records shares with other records, voided and dropped ones left out; by ref.

    The same few queries, however many records are asked for.
    """
    own = [each for attached in attachments_of(refs).values() for each in attached if each.file]
    like = files_like(each.file for each in own if each.file)
    wanted = {each.file_id for each in own} | {file.pk for near in like.values() for file in near}
    beside = _records_of(wanted)
    found: dict[str, list[Twin]] = defaultdict(list)
    for each in own:
        same = [Twin(each, ref, True) for ref in beside[each.file_id]]
        near = [Twin(each, ref, False) for file in like.get(each.file_id or 0, []) for ref in beside[file.pk]]
        twins = {twin.ref: twin for twin in (*near, *same) if twin.ref != each.record_ref}  # the same file says more
        found[each.record_ref] += twins.values()
    return {ref: twins for ref, twins in found.items() if twins}


def same_day(records: Iterable[Ledgered]) -> dict[str, list[str]]:
    """References of other records of the same unit, kind, sort and day whose title is nearly the same; by ref.

    Of a record without a title, which is still being typed, all of that day.
    """
    asked = list(records)
    days = {record.happened for record in asked}
    others = Ledgered.objects.exclude(state__in=ENDED).filter(
        unit__in={record.unit_id for record in asked}, kind__in={record.kind for record in asked}
    )
    told = defaultdict(list)
    for batch in batches(sorted(days)):
        for other in others.filter(happened__in=batch).order_by("pk"):
            told[_day_of(other)].append(other)
    found = {
        record.ref: [o.ref for o in told[_day_of(record)] if o.ref != record.ref and _near(o.title, record.title)]
        for record in asked
    }
    return {ref: twins for ref, twins in found.items() if twins}


def _records_of(files: set[int | None]) -> dict[int | None, list[str]]:
    """The records that stand and rest on these files, by the file's id."""
    found: dict[int | None, list[str]] = defaultdict(list)
    for batch in batches(sorted(pk for pk in files if pk is not None)):
        ended = Ledgered.objects.filter(state__in=ENDED).values("ref")
        rows = Attachment.objects.filter(file__in=batch).exclude(record_ref__in=ended).order_by("pk")
        for file, ref in rows.values_list("file_id", "record_ref"):
            found[file].append(ref)
    return found


def _day_of(record: Ledgered) -> tuple[object, ...]:
    return record.unit_id, record.kind, record.sort, record.happened


def _near(one: str, other: str) -> bool:
    plain, like = ("".join(title.lower().split()) for title in (one, other))
    return (
        not plain
        or not like
        or plain == like
        or SequenceMatcher(None, plain, like, autojunk=False).ratio() >= _NEAR_TITLE
    )
