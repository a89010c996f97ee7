"""Lines: rows that hang on a record or a case, as the guests of a meeting or the holders in an award list.

A kind declares a model with a key named ``record`` to its own model, whose related name is the name of the rows, and
says which columns are asked. Everything else follows: they are written and read with the record, committed to one
item a row, compared, and sent out and taken in as a sheet of their own.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.ledger.insert import insert_objects

# What a row says, by column: what its model's columns hold.
Values = dict[str, Any]

# So many characters an item's name may have.
_NAME = 60


class DoubledLine(YoujuError):
    code, status = "doubled-line", 422
    sentence = _("“%(title)s”: two rows say “%(row)s”. Put them together, or delete one.")


class Line(models.Model):
    """One row in its place, counted from 1.

    COLUMNS: what is asked, in order. KEY: the columns by which a row is told from the others of its record, none
    where two may be alike. RAISES: the column whose text may become a follow-up of the record, if any.
    A kind adds ``record`` and its columns.
    """

    place = models.PositiveSmallIntegerField(editable=False)

    COLUMNS: ClassVar[tuple[str, ...]]
    KEY: ClassVar[tuple[str, ...]] = ()
    RAISES: ClassVar[str] = ""

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True
        ordering = ["place"]

    def values(self) -> Values:
        return {name: getattr(self, name) for name in self.COLUMNS}

    def key(self) -> tuple[str, ...]:
        """What tells this row from the others of its record; empty where nothing does."""
        return tuple(_code(getattr(self, name)) for name in self.KEY)

    def settle(self) -> None:
        """Fill the columns that follow from those asked, as the row is written; a kind says which."""

    def faults(self) -> Iterable[tuple[str, str]]:
        """What is wrong between the columns of a row: the column to mend, and a sentence; a kind says what that is."""
        return ()

    def item(self) -> tuple[str, str]:
        """Under which name a snapshot keeps the row, within its record's rows, and its text. One item, erased as one.

        The name is the row's key where that is made of codes alone: a name that somebody typed stands in the text,
        which can be erased.
        """
        coded = not any(isinstance(self._meta.get_field(name), models.CharField) for name in self._typed_keys())
        name = "/".join(self.key()) if self.KEY and coded else ""
        said = {name: _code(value) for name, value in self.values().items() if value not in (None, "")}
        return name or str(self.place), json.dumps(said, ensure_ascii=False, sort_keys=True)

    def _typed_keys(self) -> list[str]:
        """Columns of the key that hold what somebody typed, not one of some choices."""
        return [name for name in self.KEY if not getattr(self._meta.get_field(name), "choices", None)]


@cache
def line_models(model: type[models.Model]) -> Mapping[str, type[Line]]:
    """The sorts of rows that hang on a kind's model, by the name under which they hang there."""
    found: dict[str, type[Line]] = {}
    for relation in model._meta.related_objects:
        line = relation.related_model
        if issubclass(line, Line) and relation.field.name == "record":
            found[str(relation.get_accessor_name())] = line
    return found


def line_relations(model: type[models.Model]) -> tuple[str, ...]:
    """What must be loaded to read the rows of a kind's model: the rows, and what their columns lead to."""
    found: list[str] = []
    for name, line in line_models(model).items():
        leads = [column for column in line.COLUMNS if line._meta.get_field(column).is_relation]
        found += [name, *(f"{name}__{column}" for column in leads)]
    return tuple(found)


def lines_write(*, record: models.Model, values: Mapping[str, Any]) -> None:
    """Write the rows that ``values`` give, by name; they take the place of all that were there. Raises DoubledLine."""
    for name, model in line_models(type(record)).items():
        if name not in values:
            continue
        rows = lines_of(model, record, values[name])
        _refuse_doubled(record, rows)
        getattr(record, name).all().delete()
        insert_objects(rows)
        getattr(record, "_prefetched_objects_cache", {}).pop(name, None)


def lines_of(model: type[Line], record: models.Model | None, values: Iterable[Values]) -> list[Line]:
    """Rows that say these values, in their order; not saved."""
    make: Any = model  # whose key ``record`` only the kinds' own models have
    rows: list[Line] = [make(record=record, place=place, **each) for place, each in enumerate(values, 1)]
    for row in rows:
        row.settle()
    return rows


def lines_values(record: models.Model) -> dict[str, list[Values]]:
    """What the rows of a record say, by name."""
    return {name: [row.values() for row in getattr(record, name).all()] for name in line_models(type(record))}


def line_items(record: models.Model) -> list[tuple[str, str | None]]:
    """The rows as a snapshot keeps them: one item a row, in order."""
    found: list[tuple[str, str | None]] = []
    for name in line_models(type(record)):
        for row in getattr(record, name).all():
            own, text = row.item()
            full = f"{name}/{own}"
            found.append((full if len(full) <= _NAME else f"{name}/#{row.place}", text))
    return found


def same_lines(model: type[Line], first: Sequence[Values], second: Sequence[Values]) -> bool:
    """Whether two sets of rows say the same, in whatever order; what is left out counts as the model's default."""
    counts = (Counter(row.item()[1] for row in lines_of(model, None, rows)) for rows in (first, second))
    return next(counts) == next(counts)


def _refuse_doubled(record: models.Model, rows: Sequence[Line]) -> None:
    first: dict[tuple[str, ...], Line] = {}
    for row in rows:
        if row.KEY and first.setdefault(row.key(), row) is not row:
            raise DoubledLine(title=str(record), row=" ".join(str(getattr(row, name)) for name in row.KEY))


def _code(value: Any) -> str:
    """A value as content is committed to: a person by token, a unit by code, a day as 2025-03-05."""
    if value is None:
        return ""
    if isinstance(value, models.Model):
        return str(getattr(value, "token", None) or getattr(value, "code", value.pk))
    return value.isoformat() if isinstance(value, date) else str(value)
