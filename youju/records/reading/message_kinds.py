"""What guessing needs to know of the kinds and of a member's form: their words, and what their choices are called."""

from collections.abc import Iterable

from django import forms
from django.db.models import QuerySet

from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.case_forms import OpenForm
from youju.records.forms.record_form import RecordForm
from youju.records.forms.register_field import RegisterField
from youju.records.forms.unit_field import unit_names
from youju.records.kind import RecordKind, SheetKind
from youju.records.messages.guess import Asked, Offered
from youju.records.messages.words import KindWords
from youju.records.rights import units_to_record_for

ToldForm = RecordForm | OpenForm


def begun_by_message(kinds: Iterable[SheetKind], member: Member) -> list[SheetKind]:
    """Those that a message of this member can begin."""
    return [kind for kind in kinds if can_begin(kind) and _units(kind, member).exists()]


def can_begin(kind: SheetKind) -> bool:
    """Whether a message can begin one: what first asks for one of a hundred measures is not guessed."""
    return not kind.form.PICK if isinstance(kind, RecordKind) else bool(kind.told_by)


def _units(kind: SheetKind, member: Member) -> QuerySet[Unit]:
    if isinstance(kind, RecordKind):
        return units_to_record_for(member, kind.section)
    return kind.opens_for(member, kind.section)


def empty_form(kind: SheetKind, member: Member) -> ToldForm:
    """The form in which a member writes one of the kind down, as it begins."""
    if isinstance(kind, RecordKind):
        return kind.form(actor=member)
    return kind.opens(actor=member, section=kind.section)


def words_of(kind: SheetKind) -> KindWords:
    """What a kind is recognised by: what it declares, and the names of what it counts."""
    counted = [name for measure in kind.measures for name in (measure.zh, *measure.aliases)]
    sorts = [category for measure in kind.measures for category in measure.categories.values()]
    categories = [name for category in sorts for name in (category.zh, *category.aliases)]
    return KindWords(kind.code, kind.told_by, tuple(dict.fromkeys(counted)), tuple(dict.fromkeys(categories)))


def asked_by(kind: SheetKind, form: ToldForm) -> Asked:
    """What a member's empty form of the kind asks, and by which names its choices go."""
    offered = {name: choices for name, field in form.fields.items() if (choices := _offered(kind, name, field))}
    return Asked(tuple(form.fields), offered, kind.reads)


def _offered(kind: SheetKind, name: str, field: forms.Field) -> list[Offered]:
    if isinstance(field, RegisterField):
        return [Offered(row.name, row.names) for row in field.rows_of().objects.filter(pk__in=field.queryset)]
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None and field.queryset.model is Unit:
        return [Offered(str(unit.pk), unit_names(unit)) for unit in field.queryset.prefetch_related("aliases")]
    return _sorts(kind) if name == "sort" else []


def _sorts(kind: SheetKind) -> list[Offered]:
    """The kind's sorts by their own labels, and by the names of the categories that bear the same codes."""
    named = {code: [label] for code, label in kind.sorts().items()}
    for measure in kind.measures:
        for code, category in measure.categories.items():
            if code in named:
                named[code] += [category.zh, *category.aliases]
    return [Offered(code, tuple(dict.fromkeys(names))) for code, names in named.items()]
