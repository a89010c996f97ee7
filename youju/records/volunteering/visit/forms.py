"""The form of a visit: whom, when, who went; a household that was visited before is chosen by its name."""

from typing import Any, ClassVar

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.lib.text import one_line
from youju.orgs.units import Unit
from youju.records.forms.record_form import RecordForm
from youju.records.volunteering.visit.models import Visit
from youju.records.volunteering.visit.visited import Visited, VisitSort, visited_named

_SUGGESTED = 400


class KnownNames(forms.TextInput):
    """A text beside which the browser offers the names that hold what was typed, each with its village."""

    known: tuple[Visited, ...] = ()

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        place = f"{(attrs or {}).get('id', name)}-known"
        offered = format_html_join("", '<option value="{}">{}</option>', ((one.name, one.place) for one in self.known))
        control = super().render(name, value, (attrs or {}) | {"list": place, "autocomplete": "off"}, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', control, place, offered)


class VisitForm(RecordForm):
    instance: Visit

    REDRAWS: ClassVar[tuple[str, ...]] = ("unit", *RecordForm.REDRAWS)
    NEVER: ClassVar[tuple[str, ...]] = ("title",)  # it would be the household's name

    sort = forms.ChoiceField(label=_("household or enterprise"), choices=VisitSort.choices, initial=VisitSort.HOUSEHOLD)
    name = forms.CharField(
        label=_("name of the household's head or of the enterprise"),
        help_text=_(
            "Two characters are enough to choose one that was visited before. "
            "Of two households of one name in a village, add the house number."
        ),
        max_length=60,
        widget=KnownNames(),
    )
    place = forms.CharField(
        label=_("village or place"), help_text=_("Needed the first time only."), max_length=40, required=False
    )

    class Meta(RecordForm.Meta):
        model = Visit
        fields = ["sort", *RecordForm.Meta.fields[:2], "went", "brought", "need", *RecordForm.Meta.fields[2:]]
        widgets = RecordForm.Meta.widgets | {"need": forms.Textarea(attrs={"rows": 2})}
        labels = {"happened": _("day of the visit")}
        help_texts = {"went": _("Names, with blanks or commas between them.")}

    field_order = ("unit", "sort", "name", "place", "happened", "went", "brought", "need")

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        if self.instance.pk is not None:
            visited = self.instance.visited
            self.initial.setdefault("place", visited.place)
            self.initial.setdefault("name", visited.name_for(actor, self.instance.unit_id))
        if (unit := self.chosen("unit")) is not None:
            self.fields["name"].widget.known = Visited.objects.known_to(unit)[:_SUGGESTED]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        sort, name, unit = values.get("sort"), values.get("name"), values.get("unit")
        if sort and name and unit:
            values["visited"] = self._visited(sort, one_line(values.get("place", "")), one_line(name), unit)
            values["title"] = _title(values["visited"])
        return values

    def _visited(self, sort: str, place: str, name: str, unit: Unit) -> Visited:
        """Whom the texts mean; without a village, the one of that name whom the unit knows."""
        if not place:
            known = list(Visited.objects.known_to(unit).filter(sort=sort, name=name)[:2])
            if len(known) == 1:
                return known[0]
            if sort == VisitSort.HOUSEHOLD:
                self.add_error("place", _("Say which village this household is in."))
        return visited_named(sort, place, name, unit)


def _title(visited: Visited) -> str:
    """What lists show: of a household the village, never the name."""
    if visited.sort == VisitSort.ENTERPRISE:
        return gettext("Visit to %(name)s") % {"name": visited.name}
    return gettext("Visit to a household in %(place)s") % {"place": visited.place}
