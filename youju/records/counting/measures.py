"""Measures: what is counted. Each kind declares its own in a measures.toml beside its models."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SHAPES = ("sum", "ratio", "distinct", "stock", "held", "last", "min", "each", "places", "mean")
FORMS = ("quantity", "part", "rank", "percent", "counted")
MINUTES = "分钟"
"""The measure word of times: people are told hours."""


@dataclass(frozen=True, slots=True)
class Category:
    """A sort of what a measure counts. internal: as of a measure."""

    code: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()
    internal: bool = False


Categories = dict[str, Category]
"""By code. Several measures may share one table of them: names and aliases are said once."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted.

    word: its measure word (次 人次 篇 …). shapes: which indicators may read it. form: how statistics
    enter it. whole: for a part, the measure it is part of. scale: decimal digits kept in the integer quantity.
    internal: shown to staff only, refused on whatever is issued or public. register: whose rows are categories too.
    section: under which section's figures it stands, if not under its kind's.
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
    register: str = ""
    section: str = ""
    categories: Categories = field(default_factory=dict)

    @property
    def lasting(self) -> bool:
        """Whether it counts what holds on until it is ended, and not what happened."""
        return bool({"stock", "held"} & set(self.shapes))

    @property
    def summed(self) -> bool:
        """Whether two facts of it add up. Places and percentages never do."""
        return self.form not in ("rank", "percent")


class BadMeasures(Exception):
    """A measures.toml that cannot be used; says which file and which code."""


def load_measures(folder: Path) -> tuple[Measure, ...]:
    """The measures declared in ``folder``/measures.toml. Raises BadMeasures."""
    file = folder / "measures.toml"
    try:
        content = tomllib.loads(file.read_text("utf-8"))
        sorts = {name: _categories(tables) for name, tables in content.get("categories", {}).items()}
        sections = {code: section for section, codes in content.get("sections", {}).items() for code in codes}
        rows = ({"section": sections.get(row["code"], ""), **row} for row in content["measure"])
        measures = tuple(measure_of(row, sorts) for row in rows)
        _refuse_unused(sorts, content["measure"])
    except (KeyError, TypeError, ValueError, tomllib.TOMLDecodeError) as error:
        raise BadMeasures(f"{file.parent.name}/{file.name}: {error}") from error
    return measures


def _refuse_unused(sorts: Iterable[str], rows: list[dict[str, Any]]) -> None:
    used = {row["categories"] for row in rows if isinstance(row.get("categories"), str)}
    if unused := set(sorts) - used:
        raise ValueError(f"no measure has the categories: {', '.join(sorted(unused))}")


def measure_of(row: Mapping[str, Any], sorts: Mapping[str, Categories]) -> Measure:
    """The measure that one table declares. sorts: the file's named categories.

    Raises KeyError, TypeError or ValueError, whose words name the flaw.
    """
    given = row.get("categories", {})
    if isinstance(given, str) and given not in sorts:
        raise ValueError(f"{row['code']}: no such categories: {given}")
    own = {"categories": sorts[given] if isinstance(given, str) else _categories(given)}
    lists = {name: tuple(row.get(name, ())) for name in ("shapes", "aliases")}
    measure = Measure(**{**row, **lists, **own})
    if unknown := set(measure.shapes) - set(SHAPES):
        raise ValueError(f"{measure.code}: no such shape: {', '.join(sorted(unknown))}")
    if measure.form not in FORMS:
        raise ValueError(f"{measure.code}: no such form: {measure.form}")
    # A sum over places or percentages means nothing: refuse it where it is declared.
    if measure.form in {"rank", "percent"} and {"sum", "ratio", "stock", "held", "mean"} & set(measure.shapes):
        raise ValueError(f"{measure.code}: a {measure.form} is never summed")
    return measure


def _categories(tables: Mapping[str, dict[str, Any]]) -> Categories:
    return {code: _category(code, values) for code, values in tables.items()}


def _category(code: str, values: dict[str, Any]) -> Category:
    return Category(code, **values | {"aliases": tuple(values.get("aliases", ()))})
