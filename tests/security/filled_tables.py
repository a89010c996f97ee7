"""A row or two in every table of the program: what kinds have by their samples, the others by their columns alone.

What is stored makes no sense there; it is held as it stands, whatever it says.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from tests.kinds import test_contract
from tests.records import cast as cast_of
from youju.errors import YoujuError
from youju.ledger.form import our_models
from youju.ledger.reading import Entry
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import kinds
from youju.records.sealing import committed

_LEFT_OUT = {
    "opening": "counts what other samples count; its own table is like that of statistics",
    "nomination": "its sample sets the state of its selection by hand",
}
_OF_THEIR_OWN = ("summaries.", "plans.Due")
"""Tables that checks of their own hold beside the digests: tests/summaries/test_edited.py, tests/plans."""


class NoRow(Exception):
    """The table wants what there is none of: a second row beside one, a record of a kind that was not only begun."""


def every_kind(cast: SimpleNamespace, patch: pytest.MonkeyPatch) -> None:
    """One record of each kind that stands, and what hangs on it; and where there may be another, one just begun."""
    made = dict[str, Member]()
    create = cast_of.member

    def once(name: str, *rest: Any) -> Member:
        if name not in made:
            made[name] = create(name, *rest)
        return made[name]

    patch.setattr(test_contract, "member", once)
    needs = test_contract._RESTS_ON
    patch.setattr(test_contract, "_RESTS_ON", {})
    some = [kind for kind in kinds() if kind.code not in _LEFT_OUT]
    for kind in sorted(some, key=lambda kind: kind.code in needs):
        test_contract.posted(kind, cast)
    for kind in (kind for kind in some if kind.code not in needs):
        with suppress(YoujuError, IntegrityError), transaction.atomic():
            test_contract.written(kind, cast)


def every_table() -> None:
    """Two rows in each table under digests that has none yet."""
    for model in our_models():
        checked = model._meta.label.startswith(_OF_THEIR_OWN)
        if committed.is_covered(model) and not checked and not model._base_manager.exists():
            for number in (1, 2):
                with suppress(NoRow):
                    _made(model, number)


def _made(model: type[models.Model], number: int) -> models.Model:
    """Every column filled; where the table wants one of two, the first of those that may be empty."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    optional = [field for field in fields if field.null]
    for left in ([], optional, *([other for other in optional if other is not kept] for kept in optional)):
        row = model(**{field.attname: None if field in left else _value(field, number) for field in fields})
        with suppress(IntegrityError), transaction.atomic():
            row.save_base(raw=True, force_insert=True)
            return row
    raise NoRow(model._meta.label)


def _value(field: models.Field[Any, Any], number: int) -> Any:
    if field.is_relation:
        related: Any = field.related_model
        rows = related._base_manager.order_by("pk")
        if issubclass(related, Ledgered):  # what hangs on a record that stands may be part of what was committed to
            rows = rows.exclude(ref__in=Entry.objects.values("record_ref"))
        there = rows.values_list("pk", flat=True)[:2]
        if not there and issubclass(related, Ledgered) and not field.null:
            raise NoRow(related._meta.label)
        if not there:
            return None if field.null else _made(related, number).pk
        return there[(number - 1) % len(there)]
    if field.choices:
        codes = [code for code, _label in field.flatchoices]
        return codes[number % len(codes)]
    match field:
        case models.BooleanField():
            return number % 2 == 0
        case models.IntegerField():
            return number
        case models.DateTimeField():
            return datetime(2026, 1, number, 8, 30, tzinfo=UTC)
        case models.DateField():
            return date(2026, 1, number)
        case models.TimeField():
            return time(8, number)
        case models.JSONField():
            return []
        case models.BinaryField():
            return bytes([number]) * 32
        case models.DecimalField():
            return number
        case _:
            return f"v{number}"[: field.max_length]
