"""What rows have one of (unit, author, occasion …), loaded by a query a table, however many columns lead to it.

Joined to the rows, eight tables would be planned and compiled anew for each move of a case, and every row would get
its own copy of the same few units and members.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models

from youju.ledger.fetch import fetch_rows


def load_ones(rows: Sequence[models.Model], names: Iterable[str]) -> None:
    """Load what the keys of these names lead to, where it is not loaded yet.

    rows: of one model. Names of what a row has several of are passed over.
    """
    by_model: dict[Any, list[models.ForeignKey[Any, Any]]] = defaultdict(list)
    for field in (type(row)._meta.get_field(name) for row in rows[:1] for name in names):
        if isinstance(field, models.ForeignKey):
            by_model[field.related_model].append(field)
    for model, keys in by_model.items():
        missing = [(row, key) for row in rows for key in keys if not key.is_cached(row)]
        ids = {getattr(row, key.attname) for row, key in missing} - {None}
        there = {one.pk: one for one in fetch_rows(model._base_manager, "pk", ids)}
        for row, key in missing:
            key.set_cached_value(row, there.get(getattr(row, key.attname)))
