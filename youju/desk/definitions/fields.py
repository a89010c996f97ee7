"""What the forms of both sorts of definition ask alike."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.desk.change.fields import LineField
from youju.records.counting.own_definitions import PREFIX


class DefinitionForm(forms.Form):
    code = LineField(
        label=_("code"), max_length=50, initial=PREFIX,
        help_text=_("Begins with own. – small letters, digits, dots; an existing code makes its next version."),
    )  # fmt: skip
    zh = LineField(label=_("Chinese name"), max_length=40)
    en = LineField(label=_("English name"), max_length=60, required=False)
    word = LineField(label=_("measure word"), max_length=8, required=False, help_text=_("棵, 场, 人次 …"))
    aliases = forms.CharField(
        label=_("other names"), required=False, max_length=400, widget=forms.Textarea({"rows": 2}),
        help_text=_("One a line, as people write them in texts."),
    )  # fmt: skip

    def named(self, values: dict[str, Any]) -> dict[str, Any]:
        """The part of the definition's table that these fields make."""
        return {
            "code": values["code"], "zh": values["zh"], "en": values["en"] or values["zh"], "word": values["word"],
            "aliases": lines(values["aliases"]),
        }  # fmt: skip


def lines(text: str) -> list[str]:
    """The lines of a box, without empty ones."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
