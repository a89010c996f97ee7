"""Units found by two characters of any of their names, by the first letters of their pinyin, or by their code."""

from collections.abc import Iterable
from functools import lru_cache

from youju.lib.sheets.values import normal
from youju.orgs.units import Unit

# Fewer characters would find half of them.
LEAST = 2


def units_like(text: str, units: Iterable[Unit], most: int) -> list[Unit]:
    """Some of the units, in their order; none for a text of fewer than two characters. Aliases should be loaded."""
    wanted = normal(text).casefold().replace(" ", "")
    if len(wanted) < LEAST:
        return []
    return [unit for unit in units if any(wanted in name for name in _written(unit))][:most]


def _written(unit: Unit) -> list[str]:
    names = [unit.name, unit.short_name, *(alias.name for alias in unit.aliases.all())]
    plain = [normal(name).casefold() for name in names if name]
    return [unit.code, *plain, *map(initials, plain)]


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """The first letters of a name's pinyin: 青山小学 is qsxx."""
    from pypinyin import Style, lazy_pinyin  # its dictionary takes long to load: not for every command

    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).casefold()
