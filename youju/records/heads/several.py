"""What rows have several of (lines, partners, answers …), loaded by a query a table, with what those lead to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

from youju.ledger.fetch import fetch_rows
from youju.records.heads.ones import load_ones


def load_several(rows: Sequence[models.Model], names: Iterable[str]) -> None:
    """Load what the rows have several of, where it is not loaded yet, as ``prefetch_related_objects`` would.

    rows: of one model. names: of what they have several of, or ``name__key`` for what a key of those leads to; others
    are passed over.
    """
    if not rows:
        return
    leads: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first, _mark, key = name.partition("__")
        leads[first] += [key] if key else []
    relations = {relation.get_accessor_name(): relation for relation in type(rows[0])._meta.related_objects}
    for name, keys in leads.items():
        if name in relations:
            _load_hanging(rows, name, relations[name].field)
            load_ones([each for row in rows for each in getattr(row, name).all()], keys)
        elif isinstance(field := type(rows[0])._meta.get_field(name), models.ManyToManyField):
            _load_linked(rows, field)


def _load_hanging(rows: Sequence[models.Model], name: str, key: Any) -> None:
    """key: the foreign key by which they hang on the rows."""
    waiting = {row.pk: row for row in rows if name not in _loaded(row)}
    found: dict[Any, list[models.Model]] = defaultdict(list)
    for each in fetch_rows(key.model._default_manager, key.attname, waiting):
        on = getattr(each, key.attname)
        key.set_cached_value(each, waiting[on])
        found[on].append(each)
    for pk, row in waiting.items():
        _put(row, name, found[pk])


def _load_linked(rows: Sequence[models.Model], field: "models.ManyToManyField[Any, Any]") -> None:
    """Mostly nothing is linked, and a look at the table of links is all."""
    waiting = [row for row in rows if field.name not in _loaded(row)]
    links: Any = field.remote_field.through
    key = links._meta.get_field(field.m2m_field_name()).attname
    linked = {getattr(link, key) for link in fetch_rows(links._default_manager, key, [row.pk for row in waiting])}
    for row in waiting:
        if row.pk not in linked:
            _put(row, field.name, [])
    models.prefetch_related_objects([row for row in waiting if row.pk in linked], field.name)


def _loaded(row: models.Model) -> dict[str, Any]:
    """What Django's managers look into before they ask."""
    kept: dict[str, Any] = vars(row).setdefault("_prefetched_objects_cache", {})
    return kept


def _put(row: models.Model, name: str, found: list[models.Model]) -> None:
    rows = getattr(row, name).get_queryset()
    rows._result_cache, rows._prefetch_done = found, True
    _loaded(row)[name] = rows
