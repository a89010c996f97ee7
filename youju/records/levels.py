"""Levels: who granted an honour, published an article, held an event. Names and aliases people write."""

from typing import NamedTuple


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
