"""Sheet 队组: branches, leading groups, teams and panels, who is in them and who keeps their lists."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading, choices_of, labels_of, names_of
from youju.bureau.workbook.people_sheet import namesakes
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present, person_number
from youju.bureau.workbook.readers import as_code, as_name_of
from youju.bureau.workbook.units_sheet import SHEET, unit_labels, written_unit
from youju.lib.sheets import Row, Said, Scalar, Table, as_choice, as_date, as_list
from youju.orgs.groups import Group, GroupSort

EVERYBODY = _("the whole roster")
_ENDS_BEFORE = _("the group would end before it began (%(first)s): correct one of the two days")
# The first bracket ends the name: nothing is tried twice, however many there are.
_IN_BRACKETS = re.compile(r"(.[^（(]*)[（(](.*)[)）]")

HEADINGS = (
    Heading("name", _("Group name"), _("The full name of the branch, group or team."), _("Party branch of Qingshan"),
            required=True, width=30),
    Heading("sort", _("Sort of group"), _("Choose from the list. It is never changed afterwards."), _("party branch"),
            required=True, width=16, offer=labels_of(tuple(GroupSort))),
    Heading("unit", _("Unit of the group"), _("Name of the unit, as on the sheet of units."),
            _("Qingshan Primary School"), required=True, width=26, offer=unit_labels, offer_from=SHEET),
    Heading("keepers", _("Who keeps the list"),
            _("Log-in names, or names on the sheet of members, with 、 between them. Empty: the unit's liaisons."), "",
            width=20),
    Heading("people", _("Who is in it"),
            _("Names from the roster of the unit with 、 between them, with the post in brackets; “the whole roster” "
              "for all. Somebody of another unit: name@unit."), _("Wang Fang (secretary)、Li Ming"), width=44),
    Heading("gone", _("Who leaves it"), _("Nobody is taken out because the name is missing on the left."), "",
            width=22),
    Heading("day", _("Day of the change"), _("From when on those on the left are in it, and the last day of those who "
            "leave. Empty: today, and from its beginning for a new group."), "", sort="date", width=14),
    Heading("opened", _("Group began on"), _("Empty: from always."), "", sort="date", width=14),
    Heading("closed", _("Group ends on"), _("Only for a group that ends: the first day on which it is no more."), "",
            sort="date", width=14),
    Heading("code", _("Group code"), _("Leave it empty for a new group: a code is proposed. It never changes."), "",
            width=30),
)  # fmt: skip


@dataclass(frozen=True)
class GroupRow:
    """One row as it was read. people: what is written of each, with the post; everybody: the whole roster."""

    row: Row
    name: str
    sort: str
    unit: str
    keepers: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    everybody: bool
    gone: tuple[str, ...]
    day: date | None
    opened: date | None
    closed: date | None
    code: str


def read_groups(table: Table, planning: Planning) -> list[GroupRow]:
    """The rows that can be planned with; the others' faults go to the plan."""
    sorts = choices_of(tuple(GroupSort), {"branch": ("支部",), "leading_group": ("中心组",), "leaders": ("班子",)})
    whole = set(names_of(EVERYBODY)) | {"全部", "全体人员", "全体教职工"}
    rows = [_read(row, lambda value: as_choice(value, sorts), whole, planning) for row in table.rows()]
    return [told for told in rows if planning.take(told.row)]


def filled_groups(present: Present) -> Iterable[dict[str, Scalar]]:
    """The groups of the bureau's units that are open, as rows of the sheet."""
    rosters: dict[str, set[int]] = {}
    for post in present.posts:
        if post.until is None or post.until >= present.day:
            rosters.setdefault(post.unit, set()).add(post.person)
    double = namesakes(present)
    for group in present.groups.values():
        unit = group.unit.code
        if unit != present.home.code and not (unit in present.units and present.units[unit].stands):
            continue
        yield {
            "name": group.name,
            "sort": str(GroupSort(group.sort).label),
            "unit": written_unit(present, unit),
            "keepers": "、".join(sorted(keeper.member.username for keeper in group.keepers.all())),
            "people": _written(present, group, rosters.get(unit, set()), double),
            "opened": group.opened,
            "code": group.code,
        }


def _written(present: Present, group: Group, roster: set[int], double: dict[tuple[str, str], int]) -> str:
    inside = {pk: post for pk, post in present.memberships[group.pk].items() if pk in present.persons}
    if inside and set(inside) == roster and not any(inside.values()):
        return names_of(EVERYBODY)[0]
    return "、".join(_named(present, pk, group.unit.code, roster, double) + _post(post) for pk, post in inside.items())


def _named(present: Present, pk: int, unit: str, roster: set[int], double: dict[tuple[str, str], int]) -> str:
    person = present.persons[pk]
    alone = pk in roster and double[unit, person.name] == 1
    return person.name if alone else f"{person.name}#{person_number(person.token)}"


def _post(post: str) -> str:
    return f"（{post}）" if post else ""


def _read(row: Row, sort: Callable[[Scalar], str], whole: set[str], planning: Planning) -> GroupRow:
    people = row.read("people", as_list) or []
    told = GroupRow(
        row,
        row.need("name", as_name_of(80)) or "",
        row.need("sort", sort) or "",
        row.need("unit", planning.unit_names.read) or "",
        tuple(row.read("keepers", as_list) or ()),
        tuple(_with_post(text) for text in people if text not in whole),
        any(text in whole for text in people),
        tuple(row.read("gone", as_list) or ()),
        row.read("day", as_date),
        row.read("opened", as_date),
        row.read("closed", as_date),
        row.read("code", as_code) or "",
    )
    if told.opened and told.closed and told.closed <= told.opened:
        row.note("closed", Said(_ENDS_BEFORE, {"first": told.opened}))
    return told


def _with_post(text: str) -> tuple[str, str]:
    found = _IN_BRACKETS.fullmatch(text)
    return (found[1].strip(), found[2].strip()) if found else (text, "")
