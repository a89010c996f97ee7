"""All settings of the bureau with the values in force, by group."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from youju.desk.scope import bureau_admin_of
from youju.orgs.setting_kinds import OneOf, YesNo
from youju.orgs.setting_table import SETTINGS, Setting, SettingGroup
from youju.orgs.settings import setting


class Shown(NamedTuple):
    """value: in words; changed: whether it differs from the default."""

    declared: Setting
    value: str
    changed: bool


@require_GET
def setting_list(request: HttpRequest) -> HttpResponse:
    """The list. Raises NotAllowed for whoever is no administrator."""
    bureau_admin_of(request)
    shown = [_shown(declared) for declared in SETTINGS]
    groups: list[Any] = [
        {"label": group.value, "rows": [row for row in shown if row.declared.group is group]} for group in SettingGroup
    ]
    return render(request, "desk/settings/settings.html", {"groups": groups})


def in_words(declared: Setting, value: Any) -> str:
    """A value as people read it; empty where there is none."""
    if isinstance(declared.kind, YesNo):
        return _("yes") if value else _("no")
    if isinstance(declared.kind, OneOf):
        return str(declared.kind.choices[value])
    return declared.kind.write(value)


def _shown(declared: Setting) -> Shown:
    value = setting(declared.name)
    return Shown(declared, in_words(declared, value), value != declared.default)
