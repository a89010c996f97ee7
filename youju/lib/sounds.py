"""How a text sounds: 李长顺 and 李常顺 are one name to whoever writes down what is said."""

from functools import cache
from itertools import islice, product

# Of a text of many characters with several readings each only the first ways to read it.
_MOST = 32


def sounds(text: str) -> set[str]:
    """The ways to read a text, in pinyin without tones; characters that are no Chinese stand for themselves."""
    return {" ".join(way) for way in islice(product(*map(_readings, text)), _MOST)}


@cache
def _readings(char: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin  # its dictionary takes long to load: not for every command

    return tuple(dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0]))
