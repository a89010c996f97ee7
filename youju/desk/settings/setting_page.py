"""One setting: what it decides, its value, and a form to change it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.scope import bureau_admin_of
from youju.desk.settings.setting_list import in_words
from youju.orgs.members import Member
from youju.orgs.setting_kinds import Day, OneOf, Whole, YesNo
from youju.orgs.setting_table import Setting
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import (
    SetElsewhere,
    SettingUnfit,
    UploadTooLarge,
    find_setting,
    setting,
)


class SettingForm(forms.Form):
    """One field as the setting's kind asks for it. The verb alone decides what does."""

    def __init__(self, *args: Any, declared: Setting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"] = _field(declared)


@require_http_methods(["GET", "HEAD", "POST"])
def setting_page(request: HttpRequest, name: str) -> HttpResponse:
    """The form; a POST changes the value, or takes it back to the default. Raises NotAllowed, UnknownSetting."""
    member = bureau_admin_of(request)
    declared = find_setting(name)
    if request.method == "POST":
        form = SettingForm(request.POST, declared=declared)
        if "default" in request.POST or form.is_valid():
            done = _changed(request, member, declared, form)
            if done is not None:
                return done
    else:
        form = SettingForm(initial={"value": declared.kind.write(setting(name))}, declared=declared)
    default = in_words(declared, declared.default)
    context = {"form": form, "setting": declared, "default": default, "changed": setting(name) != declared.default}
    return render(request, "desk/settings/setting.html", context)


def _changed(request: HttpRequest, member: Member, declared: Setting, form: SettingForm) -> HttpResponse | None:
    back = "default" in request.POST
    text = declared.kind.write(declared.default) if back else form.cleaned_data["value"]
    try:
        value = setting_change(name=declared.name, text=text, actor=member)
    except (SetElsewhere, SettingUnfit, UploadTooLarge) as refusal:
        form.add_error("value", str(refusal))
        return None
    said = in_words(declared, value) or _("nothing")
    messages.success(request, _("“%(label)s” is now: %(value)s.") % {"label": declared.label, "value": said})
    return redirect("settings")


def _field(declared: Setting) -> forms.Field:
    kind = declared.kind
    told: dict[str, Any] = {"label": declared.label, "help_text": declared.help}
    if isinstance(kind, OneOf):
        return forms.ChoiceField(choices=list(kind.choices.items()), widget=forms.RadioSelect, **told)
    if isinstance(kind, YesNo):
        return forms.ChoiceField(choices=[("yes", _("yes")), ("no", _("no"))], widget=forms.RadioSelect, **told)
    if isinstance(kind, Whole):
        return forms.CharField(max_length=12, widget=forms.TextInput({"inputmode": "numeric"}), **told)
    if isinstance(kind, Day):
        return forms.CharField(required=False, widget=forms.DateInput({"type": "date"}), **told)
    return forms.CharField(required=False, max_length=400, **told)
