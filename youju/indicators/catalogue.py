"""The indicators in force: the product's from definitions/*.toml and the kinds' own folders, and the bureau's own."""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.errors import BadDefinitions, UnknownIndicator
from youju.indicators.indicator import Indicator
from youju.indicators.own_indicators import OwnIndicator
from youju.indicators.schema import Vocabulary, indicator_of, problems
from youju.orgs.units import UnitKind
from youju.records.counting.levels import LEVEL_CODES
from youju.records.counting.measures import Measure
from youju.records.counting.own_measures import OwnMeasure
from youju.records.kinds import all_measures, declared_measures, kind_files

FOLDER = Path(__file__).parent / "definitions"
KIND_FILE = "indicators.toml"


class Problem(NamedTuple):
    """Something wrong in a definition file."""

    source: str  # "study.toml, study.sessions"
    message: str

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


def indicators() -> dict[str, Indicator]:
    """Every indicator in force by code: the product's in the order of the files, then the bureau's own by code.

    One query or two; a version approved by another process is seen at once. Raises BadDefinitions.
    """
    rows = OwnIndicator.in_force()
    if not rows:
        return built_in()
    return _with_own(tuple((row.code, row.version) for row in rows), _own_versions())


@cache
def built_in() -> dict[str, Indicator]:
    """The product's own indicators by code, in the order of the files. Raises BadDefinitions."""
    words = Vocabulary(declared_measures(), frozenset(LEVEL_CODES), frozenset(UnitKind.values))
    found, wrong = read_files([*sorted(FOLDER.glob("*.toml")), *kind_files(KIND_FILE)], words)
    if wrong:
        raise BadDefinitions(problems="\n".join(map(str, wrong)))
    return found


Versions = tuple[tuple[str, int], ...]


@lru_cache(maxsize=8)
def _with_own(versions: Versions, _measures: Versions) -> dict[str, Indicator]:
    """What is in force beside the built-in ones. A definition that no longer holds is left out, not half read."""
    words = vocabulary()
    rows = [row for row in OwnIndicator.in_force() if (row.code, row.version) in versions]
    sound = (row for row in rows if not list(problems(row.table, words)))
    return built_in() | {row.code: indicator_of(row.table, words.measures, row.version) for row in sound}


def _own_versions() -> Versions:
    return tuple((row.code, row.version) for row in OwnMeasure.in_force())


def revision() -> tuple[Versions, Versions]:
    """Which of the bureau's own definitions are in force: what depends on definitions is kept under it."""
    return tuple((row.code, row.version) for row in OwnIndicator.in_force()), _own_versions()


def find_indicator(code: str) -> Indicator:
    """The indicator of this code; a query only for one of the bureau's own. Raises UnknownIndicator."""
    found = built_in().get(code) or indicators().get(code)
    if found is None:
        raise UnknownIndicator(indicator=code)
    return found


def measures_of(indicator: Indicator) -> tuple[Measure, ...]:
    """The measures it reads; a ratio's parts come first."""
    return indicator.reads or tuple(declared_measures()[code] for code in indicator.measures)


def scale_of(indicator: Indicator) -> int:
    """Decimal digits that the ledger keeps in the integers of its measure."""
    return measures_of(indicator)[0].scale


def vocabulary() -> Vocabulary:
    """The words of this installation: its measures and the bureau's own, the levels, kinds of unit, indicators."""
    own = (row.code for row in OwnIndicator.in_force())
    codes = frozenset((*built_in(), *own))
    return Vocabulary(all_measures(), frozenset(LEVEL_CODES), frozenset(UnitKind.values), codes)


def read_files(paths: Iterable[Path], words: Vocabulary) -> tuple[dict[str, Indicator], list[Problem]]:
    """Every sound definition by code, in the order of the files, and all that is wrong with the others."""
    files = {_name(path): _tables(path) for path in paths}
    wrong = [problem for _tables_of, unreadable in files.values() for problem in unreadable]
    codes = {str(table.get("code")) for tables, _unreadable in files.values() for table in tables}
    words = words._replace(indicators=words.indicators | codes)
    found: dict[str, Indicator] = {}
    for name, (tables, _unreadable) in files.items():
        for table in tables:
            messages = list(problems(table, words))
            if not messages and table["code"] in found:
                messages = [_("This code is used twice.")]
            wrong += (Problem(f"{name}, {table.get('code') or '?'}", message) for message in messages)
            if not messages:
                found[table["code"]] = indicator_of(table, words.measures)
    return found, wrong


def _name(file: Path) -> str:
    """What a file is called in a sentence: each kind's is named after its folder."""
    return f"{file.parent.name}/{file.name}" if file.name == KIND_FILE else file.name


def _tables(file: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:  # also what is not UTF-8; the parser's words name line and column
        return [], [Problem(file.name, _("Not readable as TOML: %(error)s.") % {"error": error})]
    tables = content.get("indicator", [])
    sound = isinstance(tables, list) and all(isinstance(table, dict) for table in tables)
    if set(content) - {"indicator"} or not sound:
        return [], [Problem(file.name, _("A file holds nothing but [[indicator]] tables."))]
    return tables, []
