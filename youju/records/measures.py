"""Measures: what is counted. Each kind declares its own in a measures.toml beside its models."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SHAPES = ("sum", "ratio", "distinct", "stock", "held", "last", "min", "each", "places")
FORMS = ("quantity", "part", "rank", "percent", "counted")


@dataclass(frozen=True, slots=True)
class Category:
    """A sort of what a measure counts. internal: as of a measure."""

    code: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted.

    word: its measure word (次 人次 篇 …). shapes: which indicators may read it. form: how statistics
    enter it. whole: for a part, the measure it is part of. scale: decimal digits kept in the integer quantity.
    internal: shown to staff only, refused on whatever is issued or public.
    """

    code: str
    zh: str
    en: str
    word: str
    shapes: tuple[str, ...]
    form: str
    aliases: tuple[str, ...] = ()
    whole: str = ""
    scale: int = 0
    internal: bool = False
    categories: dict[str, Category] = field(default_factory=dict)


class BadMeasures(Exception):
    """A measures.toml that cannot be used; says which file and which code."""


def load_measures(folder: Path) -> tuple[Measure, ...]:
    """The measures declared in ``folder``/measures.toml. Raises BadMeasures."""
    file = folder / "measures.toml"
    try:
        rows = tomllib.loads(file.read_text("utf-8"))["measure"]
        return tuple(_measure(row) for row in rows)
    except (KeyError, TypeError, ValueError, tomllib.TOMLDecodeError) as error:
        raise BadMeasures(f"{file.parent.name}/{file.name}: {error}") from error


def _measure(row: dict[str, Any]) -> Measure:
    categories = {code: _category(code, values) for code, values in row.pop("categories", {}).items()}
    shapes, aliases = (tuple(row.pop(name, ())) for name in ("shapes", "aliases"))
    measure = Measure(**row, shapes=shapes, aliases=aliases, categories=categories)
    if unknown := set(measure.shapes) - set(SHAPES):
        raise ValueError(f"{measure.code}: no such shape: {', '.join(sorted(unknown))}")
    if measure.form not in FORMS:
        raise ValueError(f"{measure.code}: no such form: {measure.form}")
    # A sum over places or percentages means nothing: refuse it where it is declared.
    if measure.form in {"rank", "percent"} and {"sum", "ratio", "stock", "held"} & set(measure.shapes):
        raise ValueError(f"{measure.code}: a {measure.form} is never summed")
    return measure


def _category(code: str, values: dict[str, Any]) -> Category:
    return Category(code, **values | {"aliases": tuple(values.get("aliases", ()))})
