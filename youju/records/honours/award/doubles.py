"""Who is given a title a second time: the same title in the same year, or at all where it is given for good.

Lists and lines are those of models.py, which asks here.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from youju.orgs.people import survivors
from youju.phrases import side_by_side
from youju.records.heads.several import load_several
from youju.records.heads.states import State
from youju.records.honours.award.errors import AwardedTwice

# Of lists that are still being written nobody is sure.
_TOLD = (State.FILED, State.SUBMITTED, State.CHECKED, State.VERIFIED)
_SHOWN = 5


def refuse_doubles(record: Any) -> None:
    """Raise AwardedTwice where somebody of the list holds a title of it already; both lists are named."""
    found = [_sentence(line, other) for line, other in _doubles(record)]
    if found:
        more = [pgettext("holders", "and %d more") % (len(found) - _SHOWN)] if len(found) > _SHOWN else []
        raise AwardedTwice(title=record.title, holders=side_by_side([*found[:_SHOWN], *more]))


def held(lines: Any, *, year: int, holders: Iterable[tuple[int | None, int]]) -> list[Any]:
    """Those lines by which some of these hold a title already, or will once the list is verified.

    lines: all that give the title, as a query. holders: for each the id of the person, or None and then the id of the
    unit. year: the one in which it would be given.
    """
    asked = list(holders)
    lines = list(lines.filter(record__state__in=_TOLD).select_related("title", "person", "unit", "record"))
    kept_as = survivors([*(person for person, _unit in asked), *(line.person_id for line in lines)])
    wanted = {("unit", unit) if person is None else ("person", kept_as[person]) for person, unit in asked}
    found = [(line, key) for line in lines if (key := _key(line, kept_as)) is not None]
    return [line for line, key in found if key[1:3] in wanted and key[3] in (None, year)]


def _doubles(record: Any) -> Iterator[tuple[Any, Any]]:
    """Each line of the list with the one that gave the title before: of the list itself, or of another."""
    load_several([record], record.related())
    lines = list(record.holders.all())
    others = _lines_elsewhere(record, {line.title_id for line in lines})
    kept_as = survivors(line.person_id for line in [*lines, *others])
    first: dict[tuple[Any, ...], Any] = {}
    for line in lines:
        if (key := _key(line, kept_as)) is not None and first.setdefault(key, line) is not line:
            yield line, first[key]
    before = {key: other for other in others if (key := _key(other, kept_as)) is not None}
    for line in lines:
        if (key := _key(line, kept_as)) is not None and key in before:
            yield line, before[key]


def _lines_elsewhere(record: Any, titles: set[int]) -> list[Any]:
    """Those of other lists that give one of these titles."""
    others = record.holders.model.objects.filter(title__in=titles, record__state__in=_TOLD).exclude(record=record)
    return list(others.select_related("title", "person", "unit", "record"))


def _key(line: Any, kept_as: dict[int, int]) -> tuple[Any, ...] | None:
    """What may be given once: title and holder, with the year unless it is given for good; pupils by number never."""
    year = None if line.title.lasting else line.record.happened.year
    if line.person_id is not None:
        return line.title_id, "person", kept_as[line.person_id], year
    if line.pupils:
        return None
    return line.title_id, "unit", line.unit_id, year


def _sentence(line: Any, other: Any) -> str:
    said = {
        "holder": line.person or line.unit,
        "award": line.title,
        "list": other.record.title,
        "day": other.record.happened.isoformat(),
        "ref": other.record.ref,
    }
    return _("%(holder)s: “%(award)s” by “%(list)s” of %(day)s (%(ref)s)") % said
