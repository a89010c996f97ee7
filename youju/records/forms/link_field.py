"""LinkField: a link as it was shared, with words round it or without."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.lib.links import find_link

# As long as a column of links is.
_LONGEST = 500


class LinkField(forms.CharField):
    """Cleans to the link alone; what is typed may be twice as long."""

    widget = forms.TextInput({"inputmode": "url"})

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=2 * _LONGEST, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        link = find_link(text) if text else ""
        if (text and not link) or len(link) > _LONGEST:
            raise forms.ValidationError(_("There is no link in this. Copy the address from the browser."))
        return link
