"""The readers of choices: one of a list by label, code or another name; several of them in one cell."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from youju.lib.sheets.problems import Unread, gettext_noop, listed
from youju.lib.sheets.values import Scalar, as_lines, as_text, normal, shown

_BETWEEN = re.compile(r"[、,;，；\n]+")

_UNKNOWN = gettext_noop("“%(value)s” is not on the list: choose one of %(choices)s")
_UNKNOWN_NEAR = gettext_noop("“%(value)s” is not on the list: perhaps %(near)s?")
_NOTHING = gettext_noop("“%(value)s” cannot be chosen here: by what else the row says, there is nothing to choose")
_SEVERAL = gettext_noop("“%(value)s” means more than one: write its code, one of %(codes)s")

# So many names fit into a sentence.


class Choice(NamedTuple):
    """One thing to choose: its code, its name and other names that people write."""

    code: str
    label: str
    aliases: tuple[str, ...] = ()


class Choices:
    """A list of choices, found by any of their names."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.all: Sequence[Choice] = tuple(choices)
        self._by_code = {_key(choice.code): choice for choice in self.all}
        self._by_name: dict[str, list[Choice]] = defaultdict(list)
        for choice in self.all:
            for name in {_key(choice.label), *map(_key, choice.aliases)}:
                self._by_name[name].append(choice)

    def label(self, choice: Choice) -> str:
        """What stands in drop-downs and exports: the name, with its code where another bears the same name."""
        alone = len(self._by_name[_key(choice.label)]) == 1
        return choice.label if alone else f"{choice.label}（{choice.code}）"

    def labels(self) -> list[str]:
        return [self.label(choice) for choice in self.all]

    def find(self, value: str) -> Choice:
        """The choice that is meant. Raises Unread where none or several are."""
        key = _key(value)
        named = [self._by_code[key]] if key in self._by_code else self._by_name.get(key, [])
        if not named and (labelled := self._by_label(key)):
            return labelled
        if len(named) == 1:
            return named[0]
        if named:
            raise Unread(_SEVERAL, value=shown(value), codes=listed(choice.code for choice in named))
        raise self._unknown(value)

    def _by_label(self, key: str) -> Choice | None:
        """Read 实验小学（350526001）."""
        name, _, code = key.removesuffix(")").rpartition("(")
        choice = self._by_code.get(code)
        return choice if choice and _key(choice.label) == name else None

    def _unknown(self, value: str) -> Unread:
        labels = self.labels()
        if not labels:
            return Unread(_NOTHING, value=shown(value))
        near = get_close_matches(value.strip(), labels, n=3, cutoff=0.6)
        if near:
            return Unread(_UNKNOWN_NEAR, value=shown(value), near=listed(near))
        return Unread(_UNKNOWN, value=shown(value), choices=listed(labels))


def as_choice(value: Scalar, choices: Choices) -> str:
    """The code of what was chosen; "" where blank. Raises Unread."""
    text = as_text(value)
    return choices.find(text).code if text else ""


def as_list(value: Scalar) -> list[str]:
    """The parts of a cell that lists several by 、 , ; or a line each; none where blank. Raises Unread."""
    return [part for part in map(str.strip, _BETWEEN.split(as_lines(value))) if part]


def _key(text: str) -> str:
    return " ".join(normal(text).casefold().split())
