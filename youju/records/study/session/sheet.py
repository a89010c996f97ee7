"""The sheet of attendance: one row a person, or one for all whom no other row names."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from youju.lib.sheets import Choice, Choices, Column, Row, Said, Unread, as_choice, as_text, is_blank
from youju.records.forms.line_sheet import LineSheet, in_both
from youju.records.forms.record_form import RecordForm
from youju.records.study.session.attendance import Mark
from youju.records.study.session.marks_field import ALL

PERSON, MARK, REASON = "person", "mark", "reason"
# Who is meant by all whom no other row names.
OTHERS = ("其余", "其他人", "others")

# What people write for the marks besides their names.
_WRITTEN = {Mark.PRESENT: ("出席", "参加", "到", "√"), Mark.LEAVE: ("假",), Mark.ABSENT: ("缺勤", "未到", "×")}

NOBODY = gettext_noop("“%(value)s” is not on the group's list of that day: count them as guests, or mend the list")
TWICE = gettext_noop("“%(value)s” is named twice: delete one of the rows")


def columns() -> list[Column]:
    """Person, mark, reason for a leave."""
    marks, mark = [str(mark.label) for mark in Mark], gettext("Attendance")
    return [
        Column(PERSON, gettext("Person"), (*in_both(_("Person")), "姓名"), required=True, example="王一",
               help=gettext("By name, as on the group's list; “其余” means all whom no other row names.")),
        Column(MARK, mark, (*in_both(_("Attendance")), "签到"), required=True, choices=marks, example=marks[0]),
        Column(REASON, gettext("Reason for the leave"), in_both(_("Reason for the leave")), width=30),
    ]  # fmt: skip


def read(form: RecordForm, rows: Sequence[Row]) -> dict[str, str]:
    """The marks as the form's own list would have sent them, by the persons on the group's list of the day."""
    roster = form.fields["marks"].roster or ()  # type: ignore[attr-defined]  # a MarksField
    people = Choices(Choice(person.token, str(person), (person.name,)) for person in roster)
    keys = {person.token: str(person.pk) for person in roster} | dict.fromkeys(OTHERS, ALL)
    sent: dict[str, str] = {}
    for row in rows:
        key = row.need(PERSON, lambda value: _key(value, people, keys))
        mark = row.need(MARK, lambda value: as_choice(value, _marks()))
        reason = "" if is_blank(row.raw(REASON)) else row.read(REASON, as_text)
        if key and f"mark-{key}" in sent:
            row.note(PERSON, Said(TWICE, {"value": as_text(row.raw(PERSON))}))
        elif key and mark:
            sent |= {f"mark-{key}": mark, f"reason-{key}": reason or ""}
    return sent


def write(record: Any) -> Iterable[Sequence[str]]:
    """Everybody on the list as it was copied in; a minor's name is masked."""
    rows = list(record.attendance.all())
    people = Choices(Choice(row.person.token, str(row.person)) for row in rows)
    for row, person in zip(rows, people.all, strict=True):
        yield people.label(person), str(Mark(row.mark).label), row.reason


def _key(value: Any, people: Choices, keys: dict[str, str]) -> str:
    text = as_text(value)
    if text.casefold() in OTHERS:
        return ALL
    try:
        return keys[as_choice(value, people)]
    except Unread:
        several = [choice for choice in people.all if text in (choice.label, *choice.aliases)]
        if several:
            raise
        raise Unread(NOBODY, value=text) from None


def _marks() -> Choices:
    return Choices(Choice(str(mark), str(mark.label), (*in_both(mark.label), *_WRITTEN[mark])) for mark in Mark)


ATTENDANCE = LineSheet(code="签到", label=_("Attendance"), fields=("marks",), columns=columns, read=read, write=write)
