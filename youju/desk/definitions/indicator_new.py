"""Proposing an indicator of the bureau's own, or its next version: a formula over measures, with its card."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import LineField
from youju.desk.definitions.definition_list import definer_of, may_define
from youju.desk.definitions.fields import DefinitionForm
from youju.errors import NotAllowed
from youju.indicators.indicator import CARD_FIELDS, COUNTING
from youju.indicators.own import indicator_propose
from youju.orgs.units import UnitKind
from youju.phrases import bracketed, reads_chinese
from youju.records.kinds import all_measures

_SHAPES = (
    ("sum", gettext_lazy("a sum")),
    ("ratio", gettext_lazy("a percentage: part of a whole")),
    ("distinct", gettext_lazy("how many different ones")),
    ("stock", gettext_lazy("what there is on the last day")),
    ("held", gettext_lazy("how many are held on the last day")),
    ("last", gettext_lazy("the newest value stated")),
    ("each", gettext_lazy("the value of each")),
    ("min", gettext_lazy("the least of any unit")),
    ("places", gettext_lazy("the places reached")),
)
_OF = (
    ("", "—"), ("unit", gettext_lazy("units")), ("category", gettext_lazy("categories")),
    ("occasion", gettext_lazy("occasions")), ("subject", gettext_lazy("persons or things")),
)  # fmt: skip


class IndicatorForm(DefinitionForm):
    shape = forms.ChoiceField(label=gettext_lazy("what is computed"), choices=_SHAPES)
    measure = forms.ChoiceField(label=gettext_lazy("measure"), help_text=gettext_lazy("Of a percentage: the part."))
    whole = forms.ChoiceField(
        label=gettext_lazy("the whole"), required=False, help_text=gettext_lazy("Of a percentage: what is 100 %.")
    )
    of = forms.ChoiceField(label=gettext_lazy("different what"), required=False, choices=_OF)
    category = LineField(label=gettext_lazy("only the category"), max_length=40, required=False)
    unit_kind = forms.ChoiceField(
        label=gettext_lazy("only units of the kind"), required=False, choices=(("", "—"), *UnitKind.choices)
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("whose"),
        choices=(
            ("subtree", gettext_lazy("of the unit and all below it")),
            ("own", gettext_lazy("of the unit itself alone")),
        ),
    )
    counts = LineField(label=gettext_lazy("card: who or what is counted"), max_length=120)
    one = LineField(label=gettext_lazy("card: what counts as one"), max_length=120)
    basis = LineField(label=gettext_lazy("card: which records it rests on"), max_length=120)
    cutoff = LineField(label=gettext_lazy("card: up to which day"), max_length=120)
    owner = LineField(label=gettext_lazy("card: who answers for the definition"), max_length=120)
    field_order = (
        "zh",
        "en",
        "code",
        "shape",
        "measure",
        "whole",
        "of",
        "category",
        "unit_kind",
        "scope",
        "word",
        "aliases",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chinese = reads_chinese()
        measures = [
            (code, bracketed(one.zh if chinese else one.en, code)) for code, one in sorted(all_measures().items())
        ]
        self.fields["measure"].choices = measures  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["whole"].choices = [("", "—"), *measures]  # type: ignore[attr-defined]  # as above

    def table(self, values: Values) -> dict[str, Any]:
        """The definition as a file of definitions would say it."""
        shape, word = values["shape"], values["word"]
        given = self.named(values) | {"word_en": word, "shape": shape, "scope": values["scope"]}
        given |= (
            {"part": values["measure"], "whole": values["whole"]}
            if shape == "ratio"
            else {"measure": values["measure"]}
        )
        given |= {"of": values["of"]} if shape in COUNTING else {}
        given |= {name: values[name] for name in ("category", "unit_kind") if values[name]}
        return given | {"card": {name: {"zh": values[name], "en": values[name]} for name in CARD_FIELDS}}


@require_http_methods(["GET", "HEAD", "POST"])
def indicator_new(request: HttpRequest) -> HttpResponse:
    """Propose an indicator; a second person approves it."""
    member = definer_of(request)
    if not may_define(member):
        raise NotAllowed()
    form = IndicatorForm(request.POST or None)

    def act(values: Values) -> Done:
        row = indicator_propose(table=form.table(values), actor=member)
        url = reverse("own-indicator", args=[row.pk])
        return Done(_("“%s” is proposed. Somebody else has to approve it.") % values["zh"], url)

    def foretell(values: Values) -> list[str]:
        return [
            _("Nothing counts yet: somebody else has to approve it."),
            _("Then it stands among the figures, and texts that name it are checked against it."),
        ]

    change = Change(_("New indicator"), form, act, foretell, reverse("definitions"), _("Own figures"), _("Propose"))
    return change_page(request, change)
