"""Planning the rosters: who is new, who moved, who left, whose entry is put right."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.lines import Action, Human, Line, Step
from youju.bureau.workbook.people_match import Match, match_people
from youju.bureau.workbook.people_sheet import PersonRow, read_people
from youju.bureau.workbook.people_steps import (
    PersonRename,
    PersonsAdd,
    PostCorrect,
    PostJoin,
    PostLeave,
    PostMove,
)
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import PostNow
from youju.lib.sheets import Said, Table, listed

_ADDED = _("%(unit)s: %(count)s persons (%(names)s)")
_JOIN = _("%(name)s also works in %(unit)s%(post)s")
_MOVE = _("%(name)s: from %(day)s on in %(unit)s%(post)s, until then in %(old)s")
_NEW_POST = _("%(name)s (%(unit)s): from %(day)s on %(post)s, until then %(old)s")
_LEAVE = _("%(name)s: last day in %(unit)s is %(day)s")
_PUT_RIGHT = _("%(name)s (%(unit)s): %(now)s instead of %(old)s")
_RENAME = _("%(old)s is now written %(name)s")
_BACK = _("%(name)s left %(unit)s on %(day)s and is not taken in again: for that, write a later first day")
_OTHER_END = _("%(name)s left %(unit)s on %(day)s; the last day stays as it is")
_DAY_MISSING = _("write the day from which %(name)s works in %(unit)s; until now it is %(old)s")
_TOO_EARLY = _("%(name)s works in %(old)s since %(day)s: whoever moves begins after that day")
_LEFT_EARLY = _("%(name)s works in %(unit)s since %(day)s: the last day cannot be before that")
_ELSEWHERE = _(
    "%(name)s is also on the roster of %(unit)s, which this file does not say: if it is the same person, take the row "
    "with the person number from the filled workbook and change the unit there"
)

# So many names stand in a line of the preview.
_NAMED = 6
# Namesakes elsewhere are told of so often; a file of a whole bureau has hundreds.
_TOLD = 30


def plan_people(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan: new persons in one step, then each change by itself."""
    rows = read_people(table, planning)
    matches = match_people(rows, planning)
    planning.steps += _additions([match for match in matches if match.pk is None], rows, planning)
    held: dict[int, list[PostNow]] = defaultdict(list)
    for post in planning.present.posts:
        held[post.person].append(post)
    for match in matches:
        if match.pk is not None:
            planning.steps += _changes(match, held[match.pk], planning)


def _additions(matches: Sequence[Match], rows: Sequence[PersonRow], planning: Planning) -> Iterator[Step]:
    if not matches:
        return
    by_unit: dict[str, list[PersonRow]] = defaultdict(list)
    humans = []
    for match in matches:
        human = Human(match.rows[0].name)
        humans.append(human)
        by_unit[match.rows[0].unit].append(match.rows[0])
        for told in match.rows:
            if told.until is None or told.until >= planning.present.day:
                planning.people.add(human, told.unit, told.number)
    _tell_namesakes(matches, rows, planning)
    lines = tuple(_added(unit, told, planning) for unit, told in by_unit.items())
    yield PersonsAdd(lines, tuple(humans), tuple(tuple(told.told for told in match.rows) for match in matches))


def _added(unit: str, rows: Sequence[PersonRow], planning: Planning) -> Line:
    names = listed((told.name for told in rows), most=_NAMED)
    details = {"unit": planning.unit_names.name(unit), "count": len(rows), "names": names}
    return Line(rows[0].row.source("name"), Action.JOINED, Said(_ADDED, details), len(rows))


def _tell_namesakes(matches: Sequence[Match], rows: Sequence[PersonRow], planning: Planning) -> None:
    """New persons whose name stands on another roster, in a place that the file does not repeat: perhaps they moved."""
    present = planning.present
    if not present.posts:
        return
    told_of = {(told.unit, told.name) for told in rows}
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for post in present.posts:
        name = present.persons[post.person].name
        if post.until is None and (post.unit, name) not in told_of:
            elsewhere[name].append(planning.unit_names.name(post.unit))
    moved = [match.rows[0] for match in matches if match.rows[0].name in elsewhere]
    for told in moved[:_TOLD]:
        units = listed(dict.fromkeys(elsewhere[told.name]), most=_NAMED)
        planning.note(told.row.source("name"), _ELSEWHERE, name=told.name, unit=units)


def _changes(match: Match, held: Sequence[PostNow], planning: Planning) -> Iterator[Step]:
    """What the rows of one person change. An empty cell changes nothing."""
    assert match.pk is not None
    human, first = planning.people.human(match.pk), match.rows[0]
    if first.number.startswith("P-") and first.name != human.name:
        said = Said(_RENAME, {"old": human.name, "name": first.name})
        yield PersonRename((Line(first.row.source("name"), Action.CORRECTED, said),), human, first.name)
    pairs, left = _paired(match.rows, held)
    for told, post in pairs:
        if post is None and left:
            yield from _moved(told, left.pop(0), human, planning)
        elif post is None:
            yield from _joined(told, human, planning)
        elif post.until is None:
            yield from _held_on(told, post, human, planning)
        else:
            yield from _returned(told, post, human, planning)


def _paired(
    rows: Sequence[PersonRow], held: Sequence[PostNow]
) -> tuple[list[tuple[PersonRow, PostNow | None]], list[PostNow]]:
    """Each row with the post that it speaks of, and the open posts that no row with a number of ours speaks of."""
    left, pairs = list(held), []
    for told in rows:
        same = [post for post in left if post.unit == told.unit]
        post = max(same, key=lambda post: _likeness(told, post), default=None)
        if post is not None:
            left.remove(post)
        pairs.append((told, post))
    ours = all(told.number.startswith("P-") for told in rows)
    return pairs, [post for post in left if ours and post.until is None]


def _likeness(told: PersonRow, post: PostNow) -> tuple[bool, bool, bool, bool]:
    began = told.since is not None and post.since == told.since
    ended = told.until is not None and post.until == told.until
    return (began and post.post == told.post, ended, post.until is None, post.post == told.post)


def _moved(told: PersonRow, old: PostNow, human: Human, planning: Planning) -> Iterator[Step]:
    names = {"name": human.name, "unit": planning.unit_names.name(told.unit), "old": planning.unit_names.name(old.unit)}
    place = told.row.source("since")
    if told.since is None or told.since == old.since:
        planning.fault(place, _DAY_MISSING, **names)
        return
    if old.since and told.since <= old.since:
        planning.fault(place, _TOO_EARLY, **names, day=old.since)
        return
    planning.people.drop(human, old.unit)
    planning.people.add(human, told.unit)
    there = replace(told.told, post=told.post or old.post)
    said = Said(_MOVE, names | {"day": told.since, "post": _as(there.post)})
    line = Line(told.row.source("unit"), Action.TRANSFERRED, said)
    yield PostMove((line,), old.pk, there, told.since)


def _joined(told: PersonRow, human: Human, planning: Planning) -> Iterator[Step]:
    planning.people.add(human, told.unit)
    said = Said(_JOIN, {"name": human.name, "unit": planning.unit_names.name(told.unit), "post": _as(told.post)})
    yield PostJoin((Line(told.row.source("name"), Action.JOINED, said),), human, told.told)


def _held_on(told: PersonRow, post: PostNow, human: Human, planning: Planning) -> Iterator[Step]:
    """A post that is held: left, become another one, or put right."""
    names = {"name": human.name, "unit": planning.unit_names.name(told.unit)}
    if told.until:
        if post.since and told.until < post.since:
            planning.fault(told.row.source("until"), _LEFT_EARLY, **names, day=post.since)
            return
        if told.until < planning.present.day:
            planning.people.drop(human, told.unit)
        said = Said(_LEAVE, names | {"day": told.until})
        yield PostLeave((Line(told.row.source("until"), Action.LEFT, said),), post.pk, told.until)
        return
    now, since = told.post or post.post, told.since or post.since
    if (now, since) == (post.post, post.since):
        return
    if now != post.post and since and since != post.since and since > (post.since or since - timedelta(days=1)):
        said = Said(_NEW_POST, names | {"day": since, "post": now, "old": post.post or "—"})
        yield PostMove((Line(told.row.source("post"), Action.TRANSFERRED, said),), post.pk, told.told, since)
        return
    said = Said(_PUT_RIGHT, names | {"now": _written(now, since), "old": _written(post.post, post.since)})
    yield PostCorrect((Line(told.row.source("post"), Action.CORRECTED, said),), post.pk, now, since)


def _returned(told: PersonRow, post: PostNow, human: Human, planning: Planning) -> Iterator[Step]:
    """A post that was given up: taken up again only where a later first day says so."""
    assert post.until is not None
    names = {"name": human.name, "unit": planning.unit_names.name(told.unit), "day": post.until}
    if told.since and told.since > post.until:
        yield from _joined(told, human, planning)
    elif told.until is None:
        planning.note(told.row.source("name"), _BACK, **names)
    elif told.until != post.until:
        planning.note(told.row.source("until"), _OTHER_END, **names)


def _as(post: str) -> str:
    return f"（{post}）" if post else ""


def _written(post: str, since: object) -> str:
    return "，".join(str(part) for part in (post, since) if part) or "—"
