"""The form of a title of honour: what it counts as is found by its name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.register_forms import RegisterForm
from youju.records.forms.stated_form import named
from youju.records.honours.measures import MEASURES, find_category
from youju.records.honours.title.models import GoesTo, Title


class TitleForm(RegisterForm):
    counts_as = forms.ChoiceField(
        label=_("counts as"),
        required=False,
        help_text=_("Left empty it is found by the name; a title that is none of these counts by itself."),
    )

    class Meta(RegisterForm.Meta):
        model = Title
        fields = [
            "name", "level", "goes_to", "sort", "lasting", "issuer", "co_issuers", "counts_as", "other_names", "since",
        ]  # fmt: skip
        help_texts = RegisterForm.Meta.help_texts | {
            "level": _("Of the authority that gives it."),
            "lasting": _("As the special-grade teacher: who holds it is not given it a second time."),
            "co_issuers": _("A title that several give together counts once."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["counts_as"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", _("by its name")),
            *((named(measure), [(c.code, named(c)) for c in measure.categories.values()]) for measure in MEASURES),
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        measure = Title(goes_to=values.get("goes_to") or GoesTo.PERSON).measure
        category = values.get("counts_as", "") or find_category(measure, values.get("name", ""))
        if category and not any(m.code == measure and category in m.categories for m in MEASURES):
            self.add_error("counts_as", _("This is not a category of whom the title goes to."))
        return values | {"counts_as": category}
