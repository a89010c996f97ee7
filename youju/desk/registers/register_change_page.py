"""Changing a register: rows are added, proposed, written otherwise, retired, deleted; first told, then done."""

import copy
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField
from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.registers.register import Register, RegisterRow, uses_of
from youju.records.registers.register_rights import get_register_for, get_row_for, is_keeper, may_propose
from youju.records.registers.register_verbs import (
    register_accept,
    register_add,
    register_change,
    register_delete,
    register_retire,
)

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


class RetireForm(forms.Form):
    until = DayField(
        label=gettext_lazy("last day"),
        help_text=gettext_lazy("Records of later days can no longer choose it; those of earlier days still can."),
    )


class NothingForm(forms.Form):
    """Nothing is asked: what will happen is all there is to read."""


@ReadOrWrite
def row_new(request: HttpRequest, code: str) -> HttpResponse:
    """Add a row, or propose one."""
    member = member_of(request)
    register = get_register_for(member, code)
    keeper = is_keeper(member, register)
    if not keeper and not may_propose(member, register):
        raise NotAllowed()
    form = register.form(request.POST or None)
    form.fields["code"] = LineField(
        label=_("code"), max_length=60, required=False,
        help_text=_("Small letters, digits and hyphens, no name of a person. Empty: made from the name's pinyin."),
    )  # fmt: skip

    def act(values: Values) -> Done:
        given = {name: value for name, value in values.items() if name != "code"}
        row = register_add(register=register, values=given, code=values.get("code", ""), actor=member)
        said = _("“%s” is added.") if keeper else _("“%s” is proposed.")
        return Done(said % row, _row_url(register, row))

    told = (
        _("Records can choose it from now on.")
        if keeper
        else _("Whoever keeps this list looks at it first. You are not asked again: look here whether it was accepted.")
    )
    words = {"one": register.one}
    heading = _("Add: %(one)s") % words if keeper else _("Propose: %(one)s") % words
    button = _("Add") if keeper else _("Propose a row")
    back = reverse("register", args=[register.code])
    return change_page(request, Change(heading, form, act, lambda values: [told], back, register.label, button))


@ReadOrWrite
def row_change(request: HttpRequest, code: str, name: str, action: str) -> HttpResponse:
    """``edit``, ``retire``, ``restore``, ``accept`` or ``delete`` a row. Raises NotFound for any other action."""
    member = member_of(request)
    register = get_register_for(member, code)
    row = get_row_for(member, register, name)
    if action not in _CHANGES:
        raise NotFound()
    if not (is_keeper(member, register) or (action == "delete" and row.proposed_by == member)):
        raise NotAllowed()
    return change_page(request, _CHANGES[action](request, register, row, member))


def _edit(request: HttpRequest, register: Register, row: RegisterRow, member: Member) -> Change:
    def act(values: Values) -> Done:
        register_change(register=register, row=copy.copy(row), values=values, actor=member)
        return Done(_("“%s” is changed.") % values["name"], _row_url(register, row))

    def foretell(values: Values) -> list[str]:
        said = []
        if values["name"] != row.name:
            words = {"old": row.name, "name": values["name"]}
            said.append(_("“%(old)s” is called “%(name)s”; the old name goes on finding it.") % words)
        return [*said, *_used(row)]

    form = register.form(request.POST or None, instance=copy.copy(row))
    return _change(register, row, _("Change: %s"), form, act, foretell, _("Save"))


def _retire(request: HttpRequest, register: Register, row: RegisterRow, member: Member) -> Change:
    def act(values: Values) -> Done:
        register_retire(register=register, row=copy.copy(row), until=values["until"], actor=member)
        return Done(_("“%s” is retired.") % row, _row_url(register, row))

    def foretell(values: Values) -> list[str]:
        day = date_format(values["until"], "DATE_FORMAT")
        return [_("Its last day is %s. Records of later days can no longer choose it.") % day, *_used(row)]

    form = RetireForm(request.POST or None, initial={"until": clock.today()})
    return _change(register, row, _("Retire: %s"), form, act, foretell, _("Retire"))


def _restore(request: HttpRequest, register: Register, row: RegisterRow, member: Member) -> Change:
    def act(values: Values) -> Done:
        register_retire(register=register, row=copy.copy(row), until=None, actor=member)
        return Done(_("“%s” is in force again.") % row, _row_url(register, row))

    form = NothingForm(request.POST or None)
    told = [_("Records can choose it from now on.")]
    return _change(register, row, _("Put in force again: %s"), form, act, lambda values: told, _("Put in force again"))


def _accept(request: HttpRequest, register: Register, row: RegisterRow, member: Member) -> Change:
    def act(values: Values) -> Done:
        register_accept(register=register, row=copy.copy(row), actor=member)
        return Done(_("“%s” is added.") % row, _row_url(register, row))

    form = NothingForm(request.POST or None)
    told = [_("Records can choose it from now on.")]
    return _change(register, row, _("Accept: %s"), form, act, lambda values: told, _("Accept"))


def _delete(request: HttpRequest, register: Register, row: RegisterRow, member: Member) -> Change:
    def act(values: Values) -> Done:
        register_delete(register=register, row=copy.copy(row), actor=member)
        return Done(_("“%s” is deleted.") % row, reverse("register", args=[register.code]))

    form = NothingForm(request.POST or None)
    told = [_("No record names it: it is gone for good.")]
    return _change(register, row, _("Delete: %s"), form, act, lambda values: told, _("Delete"))


_CHANGES: dict[str, Callable[[HttpRequest, Register, RegisterRow, Member], Change]] = {
    "edit": _edit,
    "retire": _retire,
    "restore": _restore,
    "accept": _accept,
    "delete": _delete,
}


def _change(
    register: Register, row: RegisterRow, heading: str, form: Any, act: Any, foretell: Any, button: str
) -> Change:
    return Change(heading % row, form, act, foretell, _row_url(register, row), row.name, button)


def _used(row: RegisterRow) -> list[str]:
    """What a change means for the records that name the row."""
    uses = uses_of([row]).get(row.pk, 0)
    said = ngettext(
        "It stands in %(count)d record: what is verified stays as it was counted.",
        "It stands in %(count)d records: what is verified stays as it was counted.",
        uses,
    )
    return [said % {"count": uses}] if uses else []


def _row_url(register: Register, row: RegisterRow) -> str:
    return reverse("register-row", args=[register.code, row.code])
