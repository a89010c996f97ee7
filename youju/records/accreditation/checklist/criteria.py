"""Criteria as plain values, before they are rows: their numbers make the tree, and what is wrong is asked of each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

GRADES = ("A", "B", "C", "D")
# What an expert writes where a criterion does not apply, as the unit says.
AGREED = "N"
# How much of its points a grade gives where a list says nothing else, in percent.
USUAL_SHARES = (100, 66, 33, 0)

_NUMBER = re.compile(r"[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,3}")
_DOTS = str.maketrans({"．": ".", "。": ".", "、": ".", "-": ".", "－": "."})


class Sort(models.TextChoices):
    """What a criterion does to a score: counts in its hundred points, adds to them, or bars from the title."""

    COUNTED = "counted", _("counted")
    BONUS = "bonus", _("adds points")
    VETO = "veto", _("bars from the title")


class Method(models.TextChoices):
    """How it is looked at."""

    MATERIALS = "materials", _("by materials")
    VISIT = "visit", _("by a visit")
    SURVEY = "survey", _("by a survey")


def grade_word(sort: str, grade: str) -> str:
    """What a grade says of a criterion: its letter; of what bars whether it occurred; "" where there is none."""
    if grade == AGREED:
        return _text("does not apply")
    if sort == Sort.VETO and grade:
        return _text("did not occur") if grade == GRADES[0] else _text("occurred")
    return grade


class Asked(NamedTuple):
    """One criterion, or a heading over others, which has neither points nor shares of its own.

    shares: percent of the points that A, B, C and D give. wants: what evidence it asks for, as “5 photos”.
    """

    no: str
    text: str
    points: Decimal = Decimal(0)
    sort: str = Sort.COUNTED
    method: str = Method.MATERIALS
    wants: str = ""
    shares: tuple[int, ...] = USUAL_SHARES


class Fault(NamedTuple):
    """no: of which criterion; column: which of its values is to be mended."""

    no: str
    column: str
    what: str


def plain_number(text: str) -> str:
    """A number as it is kept: ``1.2.3``; full-width digits, other dots and one at the end are read too."""
    digits = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text.strip())
    return digits.translate(_DOTS).strip(". ")


def number_key(no: str) -> tuple[int, ...]:
    """By which criteria stand in order: 1.10 after 1.9."""
    return tuple(int(part) for part in no.split("."))


def parent_number(no: str) -> str:
    """The number of the heading that a criterion stands under; "" at the top."""
    return no.rpartition(".")[0]


def leaves(numbers: Iterable[str]) -> set[str]:
    """Those under which nothing else stands: what is graded."""
    numbers = set(numbers)
    return numbers - {parent_number(no) for no in numbers}


def faults(asked: Sequence[Asked]) -> Iterator[Fault]:
    """What is wrong with a list: numbers, the tree that they make, points and shares."""
    numbers, seen = {each.no for each in asked}, set[str]()
    graded = leaves(numbers)
    for each in asked:
        if not _NUMBER.fullmatch(each.no):
            yield Fault(each.no, "no", _text("write the number as 1, 1.2 or 1.2.3"))
        elif each.no in seen:
            yield Fault(each.no, "no", _text("the number %s stands there twice") % each.no)
        elif (above := parent_number(each.no)) and above not in numbers:
            yield Fault(each.no, "no", _text("there is no heading %(above)s above it: add it") % {"above": above})
        seen.add(each.no)
        yield from _own_faults(each, graded=each.no in graded)


def _own_faults(asked: Asked, *, graded: bool) -> Iterator[Fault]:
    if not asked.text:
        yield Fault(asked.no, "text", _text("say what is asked"))
    if asked.points < 0 or asked.points > 100 or asked.points != asked.points.quantize(Decimal("0.1")):
        yield Fault(asked.no, "points", _text("points go from 0 to 100, with one decimal at most"))
    elif graded and asked.sort == Sort.VETO and asked.points:
        yield Fault(asked.no, "points", _text("what bars from the title gives no points: leave them out"))
    elif graded and asked.sort != Sort.VETO and not asked.points:
        yield Fault(asked.no, "points", _text("say how many points it gives"))
    if len(asked.shares) != 4 or not 100 >= asked.shares[0] > 0 or asked.shares[3] < 0 or _rises(asked.shares):
        yield Fault(asked.no, "share_a", _text("the shares of A, B, C and D lie between 100 and 0 and never rise"))


def _rises(shares: Sequence[int]) -> bool:
    return any(later > earlier for earlier, later in pairwise(shares))
