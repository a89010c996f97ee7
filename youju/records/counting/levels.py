"""Levels: who granted an honour, published an article, held an event. Names and aliases people write."""

from typing import NamedTuple

from django.utils.functional import Promise, lazystr
from django.utils.translation import get_language


class Level(NamedTuple):
    code: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()


LEVELS = (
    Level("school", "校级", "school", ("本校",)),
    Level("town", "镇级", "town", ("乡镇级", "街道级")),
    Level("county", "县级", "county", ("全县", "区级", "县区级", "县（市、区）级", "县一级")),
    Level("city", "市级", "city", ("全市", "地市级", "设区市级", "市一级")),
    Level("province", "省级", "province", ("全省", "省一级")),
    Level("nation", "国家级", "national", ("全国", "中央级")),
)

LEVEL_CODES = tuple(level.code for level in LEVELS)


class _LevelName:
    """The name of a level in whatever language is active when it is read."""

    def __init__(self, level: Level) -> None:
        self.level = level

    def __str__(self) -> str:
        return self.level.zh if (get_language() or "").startswith("zh") else self.level.en


def level_choices() -> list[tuple[str, Promise]]:
    """Codes and names, for the column of a model."""
    return [(level.code, lazystr(_LevelName(level))) for level in LEVELS]
