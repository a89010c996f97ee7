"""Numbers of a line, also those that blanks, hyphens or dots take apart, and what a number can be by its own check."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from youju.lib.patterns import late

# A masked number (138****5678) is none; nor are the digits of a code such as 3b9f.
_RUN = late(r"(?<![0-9*＊])[0-9](?:[ \-._·/~]{0,3}[0-9])*(?:[ -]?[Xx])?(?![0-9*＊])(?![A-Za-z])")
_GROUP = late(r"[0-9]+[Xx]?|[Xx]")
_LONGEST = 20
_MOST_GROUPS = 20
_SPELLED = 11  # digits one by one from which on they are taken for a number that was spelled out

# Start, end and digits of what stands together.
_Group = tuple[int, int, str]

# The provinces of GB/T 2260; 81 to 83 are residents' permits, 91 foreigners' cards.
# fmt: off
_PROVINCES = {
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91",
}
# fmt: on
# GB 11643-1999: the weights of the first seventeen digits, and the check by the remainder of eleven.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CARD = late(r"62[0-9]{14,17}|(?:4|5[1-5]|35|60)[0-9]{14,17}|3[47][0-9]{13}")
_CARD_LENGTHS = {"4": (16,), "5": (16,), "3": (15, 16)}
_MOBILE = late(r"1[3-9][0-9]{9}")


class Number(NamedTuple):
    """start, end: in the line; digits: without what takes them apart; shape: how many stand together each time."""

    start: int
    end: int
    digits: str
    shape: tuple[int, ...]

    @property
    def whole(self) -> bool:
        return len(self.shape) == 1


def numbers(text: str) -> Iterator[Number]:
    """Every number that groups of digits standing together may make, longer ones first."""
    for run in _RUN.finditer(text):
        groups = [(run.start() + each.start(), run.start() + each.end(), each[0]) for each in _GROUP.finditer(run[0])]
        found = [number for stretch in _stretches(groups) for number in _joined(stretch)]
        yield from sorted(found, key=lambda number: -len(number.digits))


def _stretches(groups: list[_Group]) -> Iterator[list[_Group]]:
    """Where many digits stand one by one, those by themselves: a room number behind them is no part of the number."""
    stretches = [list(each) for _single, each in groupby(groups, key=lambda group: len(group[2]) == 1)]
    if len(stretches) > 1 and max(len(each) for each in stretches if len(each[0][2]) == 1) >= _SPELLED:
        yield from stretches
    else:
        yield groups


def _joined(groups: list[_Group]) -> Iterator[Number]:
    single = all(len(said) == 1 for _start, _end, said in groups)
    for first in range(len(groups)):
        digits, shape = "", list[int]()
        for _start, end, said in groups[first : first + _MOST_GROUPS]:
            digits, shape = digits + said.upper(), [*shape, len(said)]
            if len(digits) > _LONGEST:
                break
            whole_run = first == 0 and len(shape) == len(groups)
            # Marks in a row (9 8 1 3 …) hold any number somewhere; digit by digit only all of them are one.
            if whole_run if single else min(shape[:-1] or [2]) > 1:
                yield Number(groups[first][0], end, digits, tuple(shape))


def is_identity(digits: str) -> bool:
    """Whether it is a citizen's number: place, birthday and, of eighteen, the check all fit."""
    if len(digits) == 18:
        return _is_person(digits[:2], digits[6:14]) and _CHECKS[_remainder(digits)] == digits[17]
    return len(digits) == 15 and digits.isdecimal() and _is_person(digits[:2], f"19{digits[6:12]}")


def is_card(digits: str) -> bool:
    """Whether it is the number of a bank card: a beginning that cards have, a length that fits, and Luhn's check."""
    if not _CARD.fullmatch(digits) or len(digits) not in _CARD_LENGTHS.get(digits[0], range(16, 20)):
        return False
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_mobile(digits: str) -> bool:
    """Whether it is the number of a mobile telephone, with or without the country's 86."""
    bare = re.sub(r"^(?:00)?86(?=1[3-9][0-9]{9}$)", "", digits)
    return bool(_MOBILE.fullmatch(bare))


def _is_person(province: str, birthday: str) -> bool:
    try:
        born = date(int(birthday[:4]), int(birthday[4:6]), int(birthday[6:]))
    except ValueError:
        return False
    return province in _PROVINCES and 1900 <= born.year < 2100


def _remainder(digits: str) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True)) % 11
