"""Telling which rows are one person, and who on record that person is. What cannot be told is asked, never guessed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.people_sheet import PersonRow
from youju.bureau.workbook.planning import Planning

_SAME_TWICE = _(
    "“%(name)s” of %(unit)s is already in row %(row)s: if it is one person, keep one row and write both posts with 、 "
    "between them; if they are two, write different marks under “Person number”, such as 1 and 2"
)
_OTHER_NAME = _("the number “%(number)s” stands at “%(name)s” in row %(row)s: one number, one person")
_UNKNOWN = _("nobody has the number “%(number)s”: take it from a workbook that this bureau wrote, or empty the cell")
_WHICH = _(
    "there are %(count)s persons called “%(name)s” on the roster of %(unit)s: take the person number of the one who is "
    "meant from the filled workbook"
)
_POST_TWICE = _("this post is already in row %(row)s: delete one of the two rows")


@dataclass(frozen=True)
class Match:
    """Rows that are one person. pk: the person's key; None for somebody new."""

    rows: tuple[PersonRow, ...]
    pk: int | None


def match_people(rows: Sequence[PersonRow], planning: Planning) -> list[Match]:
    """Each person of the sheet once, in the order of the rows."""
    persons = _gathered(rows, planning)
    known: dict[int, int | None] = {}
    taken: set[int] = set()
    for at, told in enumerate(persons):
        if told[0].number.startswith("P-"):
            pk = planning.present.numbers.get(told[0].number)
            if pk is None:
                planning.fault(told[0].row.source("number"), _UNKNOWN, number=told[0].number)
                planning.people.doubt(told[0].name)
                continue
            known[at] = pk
            taken.add(pk)
    _find_by_name(persons, known, taken, planning)
    return [Match(tuple(told), known[at]) for at, told in enumerate(persons) if at in known]


def _gathered(rows: Sequence[PersonRow], planning: Planning) -> list[list[PersonRow]]:
    """The rows person by person: those of one number, and each without one by itself."""
    numbered: dict[str, list[PersonRow]] = {}
    seen: dict[tuple[str, str], PersonRow] = {}
    persons: list[list[PersonRow]] = []
    for told in rows:
        first = seen.setdefault((told.unit, told.name), told)
        if first is not told and not (told.number and first.number):
            unit = planning.unit_names.name(told.unit)
            planning.fault(told.row.source("name"), _SAME_TWICE, name=told.name, unit=unit, row=first.row.number)
        elif not told.number:
            persons.append([told])
        elif told.number not in numbered:
            numbered[told.number] = [told]
            persons.append(numbered[told.number])
        else:
            _add_post(told, numbered[told.number], planning)
    return persons


def _add_post(told: PersonRow, others: list[PersonRow], planning: Planning) -> None:
    first = others[0]
    if told.name != first.name:
        place = told.row.source("number")
        planning.fault(place, _OTHER_NAME, number=told.number, name=first.name, row=first.row.number)
        planning.people.doubt(told.name)
        return
    same = next((other for other in others if (other.unit, other.post) == (told.unit, told.post)), None)
    if same and same.since == told.since:
        planning.fault(told.row.source("unit"), _POST_TWICE, row=same.row.number)
        return
    others.append(told)


def _find_by_name(
    persons: Sequence[Sequence[PersonRow]], known: dict[int, int | None], taken: set[int], planning: Planning
) -> None:
    """Those without a number of ours: by name and unit, the ones whose post agrees before the others."""
    holders = _holders(planning)
    asked = [at for at, told in enumerate(persons) if not told[0].number.startswith("P-")]
    for exact in (True, False):
        for at in asked:
            if at in known:
                continue
            found = _candidates(persons[at], holders, taken, exact)
            if exact and len(found) != 1:
                continue
            if len(found) > 1 and len(found) > _rivals(persons[at], persons, known):
                told = persons[at][0]
                unit = planning.unit_names.name(told.unit)
                planning.fault(told.row.source("name"), _WHICH, count=len(found), name=told.name, unit=unit)
                planning.people.doubt(told.name)
                continue
            known[at] = found[0] if found else None
            taken.update(found[:1])


def _holders(planning: Planning) -> dict[tuple[str, str], dict[int, set[str]]]:
    """By unit and name: who holds or held a post there, with those posts; whoever is there now comes first."""
    present = planning.present
    holders: dict[tuple[str, str], dict[int, set[str]]] = defaultdict(dict)
    for post in sorted(present.posts, key=lambda post: post.until is not None):
        holders[post.unit, present.persons[post.person].name].setdefault(post.person, set()).add(post.post)
    return holders


def _candidates(
    rows: Sequence[PersonRow], holders: dict[tuple[str, str], dict[int, set[str]]], taken: set[int], exact: bool
) -> list[int]:
    found: dict[int, None] = {}
    for told in rows:
        for pk, posts in holders.get((told.unit, told.name), {}).items():
            if pk not in taken and (not exact or told.post in posts):
                found[pk] = None
    return list(found)


def _rivals(rows: Sequence[PersonRow], persons: Sequence[Sequence[PersonRow]], known: dict[int, int | None]) -> int:
    """How many persons of the sheet, not found yet, could be the same as these rows say."""
    keys = {(told.unit, told.name) for told in rows}
    return sum(
        at not in known and any((told.unit, told.name) in keys for told in others) for at, others in enumerate(persons)
    )
