"""What a record said before it was amended or corrected, in words: label, old text, new text."""

from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from youju.desk.records.row_words import item_words
from youju.ledger.reading import Entry
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.forms.rows.field import RowsField
from youju.records.heads.attachments import Grade
from youju.records.heads.occasions import Occasion
from youju.records.heads.record import Record
from youju.records.kind import RecordKind
from youju.records.kinds import get_record_kind
from youju.records.sealing.versions import Changed, versions_of

# Where in an attachment's lines its name and its grade stand.
_GRADE, _NAME = 0, 5


class Told(NamedTuple):
    label: str
    before: str
    after: str


class ToldVersion(NamedTuple):
    seq: int
    kind: str
    at: datetime
    who: str
    changes: list[Told]


def told_versions(record: Record, kind: RecordKind) -> list[ToldVersion]:
    """Each later content of a record, newest first: who let it stand, and what it changed."""
    versions = versions_of(record.ref)
    names = _names_of([text for each in versions for change in each.changes for text in change[1:]])
    names |= dict(Member.objects.filter(token__in=[each.actor for each in versions]).values_list("token", "name"))
    sorts = kind.sorts() if versions else {}
    return [
        ToldVersion(
            each.seq,
            str(Entry.Kind(each.kind).label),
            each.at,
            names.get(each.actor, each.actor),
            [_told(change, record, names, sorts) for change in each.changes],
        )
        for each in versions
    ]


def _names_of(texts: list[str | None]) -> dict[str, str]:
    """What codes and tokens stand for: units, occasions, members."""
    words = {word for text in texts if text and len(text) < 400 for word in text.split()}
    found = {unit.code: str(unit) for unit in Unit.objects.filter(code__in=words)}
    found |= {occasion.code: str(occasion) for occasion in Occasion.objects.filter(code__in=words)}
    return found | {member.token: str(member) for member in Member.objects.filter(token__in=words)}


def _told(change: Changed, record: Record, names: dict[str, str], sorts: dict[str, str]) -> Told:
    rows = get_record_kind(record.kind).form.base_fields.get(change.name.partition("/")[0])
    if isinstance(rows, RowsField):
        old, new = item_words(rows, change.before), item_words(rows, change.after)
        return Told(old[0] or new[0], old[1] or "—", new[1] or "—")
    label = _label(change.name, record)
    if change.name.startswith("evidence/"):
        return Told(label, _evidence_text(change.before), _evidence_text(change.after))
    before, after = (_text(change.name, value, names, sorts) for value in change[1:])
    return Told(label, before, after)


def _label(name: str, record: Record) -> str:
    first, _slash, rest = name.partition("/")
    if first == "evidence":
        return _("Evidence %s") % rest
    if first == "attendance":
        person = Person.objects.filter(token=rest).first()
        return str(person) if person else rest
    try:
        return str(getattr(record._meta.get_field(first), "verbose_name", first))
    except FieldDoesNotExist:
        return first


def _text(name: str, value: str | None, names: dict[str, str], sorts: dict[str, str]) -> str:
    if not value:
        return "—"
    if name == "sort":
        return sorts.get(value, value)
    if name in ("unit", "partners", "occasion", "author", "owner"):
        return enumerated(names.get(word, word) for word in value.split())
    return value


def _evidence_text(value: str | None) -> str:
    if not value:
        return "—"
    lines = value.split("\n")
    return f"{lines[_NAME]} · {Grade(lines[_GRADE]).label}"
