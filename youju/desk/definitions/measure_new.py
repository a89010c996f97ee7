"""Proposing a measure of the bureau's own, or its next version."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.definitions.definition_list import definer_of, may_define
from youju.desk.definitions.fields import DefinitionForm, lines
from youju.errors import NotAllowed
from youju.records.counting.own_measures import measure_propose
from youju.records.kinds import all_measures

# Which indicators may read a measure, by how it is entered: no rank and no percentage is ever added up.
_SHAPES = {
    "quantity": ["sum", "ratio", "distinct", "each", "stock"],
    "part": ["sum", "ratio"],
    "rank": ["last", "places"],
    "percent": ["last", "each"],
}
_PERCENT_SCALE = 2


class MeasureForm(DefinitionForm):
    form = forms.ChoiceField(
        label=gettext_lazy("how it is entered"),
        choices=(
            ("quantity", gettext_lazy("a number that is added up")),
            ("part", gettext_lazy("a part of another number")),
            ("percent", gettext_lazy("a percentage stated by others")),
            ("rank", gettext_lazy("a place in a ranking")),
        ),
    )
    whole = forms.ChoiceField(label=gettext_lazy("part of"), required=False)
    categories = forms.CharField(
        label=gettext_lazy("categories"), required=False, max_length=800, widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("One a line: a code in small letters, a blank, the name: pine 松树."),
    )  # fmt: skip
    internal = forms.BooleanField(
        label=gettext_lazy("for use inside only"), required=False,
        help_text=gettext_lazy("Shown to staff, refused on whatever is issued or public."),
    )  # fmt: skip
    field_order = ("zh", "en", "code", "word", "form", "whole", "categories", "aliases", "internal")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wholes = [(code, one.zh) for code, one in sorted(all_measures().items()) if one.form == "quantity"]
        self.fields["whole"].choices = [("", "—"), *wholes]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_categories(self) -> dict[str, dict[str, str]]:
        found = {}
        for line in lines(self.cleaned_data["categories"]):
            code, _blank, name = line.partition(" ")
            if not name:
                raise ValidationError(_("“%(line)s”: give a code, a blank and the name."), params={"line": line})
            found[code] = {"zh": name, "en": name}
        return found

    def table(self, values: Values) -> dict[str, Any]:
        """The definition as a measures.toml would say it."""
        form = values["form"]
        table = self.named(values) | {
            "form": form, "shapes": _SHAPES[form], "scale": _PERCENT_SCALE if form == "percent" else 0,
            "internal": values["internal"],
        }  # fmt: skip
        if form == "part":
            table["whole"] = values["whole"]
        return table | ({"categories": values["categories"]} if values["categories"] else {})


@require_http_methods(["GET", "HEAD", "POST"])
def measure_new(request: HttpRequest) -> HttpResponse:
    """Propose a measure; a second person approves it."""
    member = definer_of(request)
    if not may_define(member):
        raise NotAllowed()
    form = MeasureForm(request.POST or None)

    def act(values: Values) -> Done:
        row = measure_propose(table=form.table(values), known=all_measures(), actor=member)
        return Done(
            _("“%s” is proposed. Somebody else has to approve it.") % values["zh"],
            reverse("own-measure", args=[row.pk]),
        )

    def foretell(values: Values) -> list[str]:
        return [
            _("Nothing counts yet: somebody else has to approve it."),
            _("Then it can be reported under “Statistics”, and how it is entered can no longer change."),
        ]

    change = Change(_("New measure"), form, act, foretell, reverse("definitions"), _("Own figures"), _("Propose"))
    return change_page(request, change)
