"""Sheet 成员: who logs in, with which roles, for which sections, from when until when. No password is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading, choices_of, labels_of
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.readers import as_code, as_person_name
from youju.bureau.workbook.units_sheet import SHEET, unit_labels, written_unit
from youju.lib.sheets import Choices, Row, Said, Scalar, Table, Unread, as_date, as_list, as_yes
from youju.orgs.members import Role
from youju.records.heads.sections import Section

_ENDS_BEFORE = _("the role would end before it begins (%(first)s): correct one of the two days")

_OTHER_ROLES = {
    "liaison": ("填报员", "信息员"),
    "reviewer": ("复核员", "审核员", "校内审核员"),
    "officer": ("干事",),
    "signer": ("签发领导", "分管领导"),
    "auditor": ("审计", "档案", "审计档案", "审计员", "档案员"),
    "admin": ("系统管理员",),
}

HEADINGS = (
    Heading("name", _("Member's name"), _("Whoever logs in. Everybody has an account of their own."), _("Wang Fang"),
            required=True, width=14),
    Heading("unit", _("Member of unit"), _("Name of the unit, as on the sheet of units."), _("Qingshan Primary School"),
            required=True, width=28, offer=unit_labels, offer_from=SHEET),
    Heading("roles", _("Roles"), _("One or several, with 、 between them."), _("liaison"), required=True, width=18,
            offer=labels_of(tuple(Role))),
    Heading("username", _("Log-in name"), _("Leave it empty for a new account: one is proposed from the pinyin."), "",
            width=18),
    Heading("sections", _("Only for sections"), _("Sections of the year that the roles are for. Empty: all."), "",
            width=24, offer=labels_of(tuple(Section))),
    Heading("place", _("Roles held in"),
            _("Empty: the member's own unit; for leaders who sign, auditors and administrators the bureau."), "",
            width=24, offer=unit_labels, offer_from=SHEET),
    Heading("since", _("Roles from"), _("Empty: from now on."), "", sort="date", width=14),
    Heading("until", _("Roles until"), _("The last day. Empty: without end. No role ends because a row is missing."),
            "", sort="date", width=14),
    Heading("closed", _("Close the account"), _("Write yes for an account that is to be closed."), "", width=12),
)  # fmt: skip


@dataclass(frozen=True)
class MemberRow:
    """One row as it was read. unit and place: codes; place: "" for where the role belongs by itself."""

    row: Row
    name: str
    unit: str
    roles: tuple[str, ...]
    username: str
    sections: tuple[str, ...]
    place: str
    since: date | None
    until: date | None
    closed: bool


def read_members(table: Table, planning: Planning) -> list[MemberRow]:
    """The rows that can be planned with; the others' faults go to the plan."""
    roles, sections = choices_of(tuple(Role), _OTHER_ROLES), choices_of(tuple(Section))
    rows = [_read(row, roles, sections, planning) for row in table.rows()]
    for told in rows:
        if told.row.problems:
            planning.accounts.doubt(told.name, told.username or told.name, told.unit)
    return [told for told in rows if planning.take(told.row)]


def filled_members(present: Present) -> Iterable[dict[str, Scalar]]:
    """The accounts that are open, one row for roles of the same unit, sections and days."""
    for member in present.members.values():
        unit = member.unit.code if member.unit else ""
        if not member.is_active or (unit != present.home.code and unit not in present.units):
            continue
        alike: dict[tuple[str, tuple[str, ...], date | None, date | None], list[str]] = {}
        for grant in member.grants.all():
            if grant.until is None or grant.until >= present.day:
                key = (grant.unit.code, tuple(grant.sections), grant.since, grant.until)
                alike.setdefault(key, []).append(str(Role(grant.role).label))
        for (place, sections, since, until), roles in alike.items():
            if place != present.home.code and place not in present.units:
                continue
            yield {
                "name": member.name,
                "unit": written_unit(present, unit),
                "roles": "、".join(roles),
                "username": member.username,
                "sections": "、".join(str(Section(code).label) for code in sections),
                "place": written_unit(present, place),
                "since": since,
                "until": until,
            }


def _read(row: Row, roles: Choices, sections: Choices, planning: Planning) -> MemberRow:
    told = MemberRow(
        row,
        row.need("name", as_person_name) or "",
        row.need("unit", planning.unit_names.read) or "",
        row.need("roles", lambda value: _several(value, roles)) or (),
        row.read("username", as_code) or "",
        row.read("sections", lambda value: _several(value, sections)) or (),
        row.read("place", planning.unit_names.read) or "",
        row.read("since", as_date),
        row.read("until", as_date),
        bool(row.read("closed", as_yes)),
    )
    if told.since and told.until and told.until < told.since:
        row.note("until", Said(_ENDS_BEFORE, {"first": told.since}))
    return told


def _several(value: Scalar, choices: Choices) -> tuple[str, ...]:
    """The codes of several choices in one cell, each once. Raises Unread."""
    try:
        return (choices.find(str(value)).code,)  # a label may hold what stands between several
    except Unread:
        return tuple(dict.fromkeys(choices.find(part).code for part in as_list(value)))
