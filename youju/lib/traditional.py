"""Traditional characters folded one to one into simplified ones, so that every place in a text holds.

The tables are OpenCC's (Apache-2.0), read from the package opencc-purepy when the first such character is met.
Characters that simplified texts use too (著, 乾) stay as they are.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_CHARACTERS = "TSCharacters.txt"
_ALSO = {"於": "于", "徵": "征", "諮": "咨"}  # two in GB 2312 for a surname and a note of music; 谘 is 咨
_VARIANTS = ("TWVariantsRev.txt", "HKVariantsRev.txt")


def simplified(text: str) -> str:
    """The text in simplified characters, as long as it was."""
    if _is_simplified(text):
        return text
    table = _table()
    return text.translate(table) if not table.keys().isdisjoint(map(ord, set(text))) else text


def _is_simplified(text: str) -> bool:
    """Whether GB 2312, which has simplified characters alone, can write the text: then nothing need be loaded."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _table() -> dict[int, str]:
    """For str.translate: each traditional character that no simplified text uses by the simplified one."""
    simple = dict(_pairs(_CHARACTERS))
    for name in _VARIANTS:
        for variant, character in _pairs(name):
            simple.setdefault(variant, simple.get(character, character))
    found = {one: other for one, other in simple.items() if len(one) == 1 and not _is_simplified(one)}
    return {ord(one): other for one, other in (found | _ALSO).items()}


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    """The lines of one of OpenCC's tables: a character and the first that stands for it."""
    for line in (_folder() / name).read_text("utf-8").splitlines():
        one, _, others = line.partition("\t")
        if others and len(first := others.split()[0]) == 1:
            yield one, first


def _folder() -> Path:
    found = find_spec("opencc_purepy")  # finds it without loading its code
    assert found is not None and found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "dicts"
