"""The indicators in force, read from definitions/*.toml once per process. The format: definitions/README.md."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.errors import BadDefinitions, UnknownIndicator
from youju.indicators.indicator import Indicator
from youju.indicators.schema import Vocabulary, indicator_of, problems
from youju.orgs.units import UnitKind
from youju.records.kinds import all_measures
from youju.records.levels import LEVEL_CODES
from youju.records.measures import Measure

FOLDER = Path(__file__).parent / "definitions"


class Problem(NamedTuple):
    """Something wrong in a definition file."""

    source: str  # "study.toml, study.sessions"
    message: str

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by code, in the order of the files. Raises BadDefinitions."""
    found, wrong = read_folder(FOLDER, vocabulary())
    if wrong:
        raise BadDefinitions(problems="\n".join(map(str, wrong)))
    return found


def find_indicator(code: str) -> Indicator:
    """The indicator of this code. Raises UnknownIndicator."""
    try:
        return indicators()[code]
    except KeyError:
        raise UnknownIndicator(indicator=code) from None


def measures_of(indicator: Indicator) -> tuple[Measure, ...]:
    """The measures it reads; a ratio's part comes first."""
    return tuple(all_measures()[code] for code in indicator.measures)


def scale_of(indicator: Indicator) -> int:
    """Decimal digits that the ledger keeps in the integers of its measure."""
    return measures_of(indicator)[0].scale


def vocabulary() -> Vocabulary:
    """The words of this installation: its kinds' measures, the levels, the kinds of unit."""
    return Vocabulary(all_measures(), frozenset(LEVEL_CODES), frozenset(UnitKind.values))


def read_folder(folder: Path, words: Vocabulary) -> tuple[dict[str, Indicator], list[Problem]]:
    """Every sound definition by code, and all that is wrong with the others."""
    files = {file.name: _tables(file) for file in sorted(folder.glob("*.toml"))}
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
                found[table["code"]] = indicator_of(table)
    return found, wrong


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
