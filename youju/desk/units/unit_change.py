"""Changes of one unit: each a form, a look at what it will do, and its verb."""

from collections.abc import Callable
from typing import NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.scope import member_of
from youju.desk.units import unit_forms, unit_words
from youju.errors import NotFound
from youju.orgs.keeping import get_managed_unit
from youju.orgs.members import Member
from youju.orgs.tree_verbs import unit_alias_add, unit_close, unit_merge, unit_move, unit_rename, unit_reopen
from youju.orgs.unit_verbs import alias_drop, unit_switch
from youju.orgs.units import Unit

_Form = Callable[..., forms.Form]


class Action(NamedTuple):
    """One change: its words, what it asks, what it foretells and its verb, by the form's cleaned values."""

    label: str | Promise
    form: _Form
    foretell: Callable[[Unit, Values], list[str]]
    verb: Callable[..., object]


def _rename(unit: Unit, values: Values) -> list[str]:
    return unit_words.naming(unit, values["name"], values["month"])


def _move(unit: Unit, values: Values) -> list[str]:
    return unit_words.moving(unit, values["parent"], values["month"])


def _merge(unit: Unit, values: Values) -> list[str]:
    return unit_words.closing(unit, values["month"], values["into"])


def _close(unit: Unit, values: Values) -> list[str]:
    return unit_words.closing(unit, values["month"])


def _reopen(unit: Unit, values: Values) -> list[str]:
    return unit_words.opening(str(unit), values["parent"], values["month"])


def _alias(unit: Unit, values: Values) -> list[str]:
    return [_("Texts that say “%(name)s” mean %(unit)s.") % {"name": values["name"], "unit": unit}]


def _no_alias(unit: Unit, values: Values) -> list[str]:
    return [_("Texts that say “%(name)s” no longer mean %(unit)s.") % {"name": values["name"], "unit": unit}]


def _switches(unit: Unit, values: Values) -> list[str]:
    checked = _("Records of %(unit)s go to the bureau once its own reviewer has checked them.")
    direct = _("Records of %(unit)s go to the bureau as soon as they are handed in.")
    alone = _("Where nobody else could, one member of %(unit)s may verify alone; it is marked as self-verified.")
    said = [checked if values["checks"] else direct, *([alone] if values["single_post"] else [])]
    return [sentence % {"unit": unit} for sentence in said]


def _alias_add(*, unit: Unit, name: str, actor: Member) -> None:
    unit_alias_add(unit=unit, names=[name], actor=actor)


ACTIONS = {
    "rename": Action(gettext_lazy("Rename"), unit_forms.RenameForm, _rename, unit_rename),
    "alias": Action(gettext_lazy("Add another name"), unit_forms.AliasForm, _alias, _alias_add),
    "alias-drop": Action(gettext_lazy("Take another name away"), unit_forms.AliasDropForm, _no_alias, alias_drop),
    "move": Action(gettext_lazy("Place elsewhere"), unit_forms.MoveForm, _move, unit_move),
    "merge": Action(gettext_lazy("Merge into another"), unit_forms.MergeForm, _merge, unit_merge),
    "close": Action(gettext_lazy("Close the unit"), unit_forms.CloseForm, _close, unit_close),
    "reopen": Action(gettext_lazy("Open it again"), unit_forms.ReopenForm, _reopen, unit_reopen),
    "switches": Action(gettext_lazy("Checking and one-person office"), unit_forms.SwitchForm, _switches, unit_switch),
}


@require_http_methods(["GET", "HEAD", "POST"])
def unit_change(request: HttpRequest, code: str, action: str) -> HttpResponse:
    """Make one change of a unit."""
    member = member_of(request)
    unit, wanted = get_managed_unit(member, code), ACTIONS.get(action)
    if wanted is None:
        raise NotFound()
    return change_page(
        request, _change(unit, wanted, wanted.form(request.POST or None, unit=unit, actor=member), member)
    )


def _change(unit: Unit, action: Action, form: forms.Form, member: Member) -> Change:
    back = reverse("unit", args=[unit.code])

    def act(values: Values) -> Done:
        action.verb(unit=unit, actor=member, **values)
        return Done(_("%(unit)s: done. %(action)s.") % {"unit": unit, "action": action.label}, back)

    return Change(
        heading=f"{action.label}{_(': ')}{unit}",
        form=form,
        act=act,
        foretell=lambda values: action.foretell(unit, values),
        back=back,
        place=str(unit),
        button=str(action.label),
    )
