"""Radicals that stand for the characters they look like: pdf files made by browsers hold them, and nobody sees it."""

import unicodedata

_KANGXI = range(0x2F00, 0x2FD6)
# Unicode gives these no compatible form, apart from 母 and 龟.
_SUPPLEMENT = {
    "⺁": "厂", "⺏": "尢", "⺐": "尣", "⺒": "巳", "⺓": "幺", "⺛": "旡", "⺝": "月", "⺟": "母",
    "⺠": "民", "⺩": "王", "⺬": "示", "⺲": "罒", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝",
    "⻋": "车", "⻑": "長", "⻓": "长", "⻔": "门", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风",
    "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤",
    "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟",
}  # fmt: skip
CHARACTERS: dict[int, str] = {code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI} | {
    ord(radical): character for radical, character in _SUPPLEMENT.items()
}
"""For str.translate: each radical by its character, so that places in a text hold."""
