"""What the setting up asks for, one thing a page."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from youju.desk.account.new_password import FaultsAtPassword
from youju.desk.change.fields import NameField
from youju.orgs.member_errors import UsernameUnfit
from youju.orgs.member_verbs import fit_username
from youju.orgs.members import Member
from youju.orgs.usernames import propose_username

# Typed, Django's form is generic; at run time it is not.
if TYPE_CHECKING:
    _PasswordForm = SetPasswordForm[Member]
else:
    _PasswordForm = SetPasswordForm


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("one-time code"), max_length=40, widget=forms.TextInput({"autocomplete": "off", "autofocus": True}),
        help_text=_("It stands where “youju serve” was started. A new one is printed each time it starts."),
    )  # fmt: skip


class BureauForm(forms.Form):
    name = NameField(
        label=_("name of the bureau"), max_length=80, help_text=_("In full, as on the seal: 某某县教育体育局.")
    )
    short_name = NameField(
        label=_("short name"),
        max_length=40,
        required=False,
        help_text=_("As people say it; shown where room is short."),
    )


class AdministratorForm(FaultsAtPassword, _PasswordForm):
    """Name, log-in name and password of the first administrator."""

    name = NameField(label=_("your name"), max_length=40)
    username = forms.CharField(
        label=_("log-in name"), max_length=40, required=False, help_text=_("Empty: the pinyin of your name.")
    )
    field_order = ("name", "username", "new_password1", "new_password2")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(Member(), *args, **kwargs)

    def clean_username(self) -> str:
        given = self.cleaned_data.get("username") or propose_username(self.cleaned_data.get("name", ""))
        try:
            self.user.username = fit_username(given)
        except UsernameUnfit as unfit:
            raise forms.ValidationError(str(unfit)) from None
        self.user.name = self.cleaned_data.get("name", "")
        return self.user.username
