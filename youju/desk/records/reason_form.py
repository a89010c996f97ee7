"""The reason that completing and correcting ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("reason"), max_length=400, help_text=_("One sentence that others understand later.")
    )
