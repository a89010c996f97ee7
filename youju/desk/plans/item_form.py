"""What a plan item asks of whoever drafts it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.desk.change.fields import DayField, LineField
from youju.lib.refs import new_ref
from youju.orgs.groups import GroupSort
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit, UnitKind
from youju.plans.access import sections_to_draft
from youju.plans.countable import countable
from youju.plans.items import CONTENT, Audience, DayType
from youju.plans.windows import Rhythm
from youju.records.counting.levels import LEVELS
from youju.records.forms.choosing import let_choose
from youju.records.forms.stated_form import named
from youju.records.heads.occasions import Occasion

_KINDS = [(kind.value, kind.label) for kind in (UnitKind.SCHOOL, UnitKind.TOWN, UnitKind.OFFICE, UnitKind.COUNTY)]
_MONTHS = [(str(month), str(month)) for month in range(1, 13)]


class ItemForm(forms.Form):
    """what: the measure, and its category behind a bar. Cleaned by ``content`` into the values of the verbs."""

    title = LineField(label=gettext_lazy("title"), max_length=80)
    section = forms.ChoiceField(label=gettext_lazy("section"))
    what = forms.ChoiceField(
        label=gettext_lazy("what counts"),
        help_text=gettext_lazy(
            "Verified records that count this meet the item. What others say, ask or score cannot be chosen."
        ),
    )
    times = forms.IntegerField(label=gettext_lazy("how much each time"), min_value=1, max_value=366, initial=1)
    audience = forms.ChoiceField(label=gettext_lazy("for"), choices=Audience.choices, initial=Audience.KINDS)
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("kinds of unit"),
        required=False,
        choices=_KINDS,
        initial=["school"],
        widget=forms.CheckboxSelectMultiple,
    )
    units = forms.MultipleChoiceField(
        label=gettext_lazy("units named one by one"), required=False, widget=forms.CheckboxSelectMultiple
    )
    group_sort = forms.ChoiceField(
        label=gettext_lazy("sort of group"), required=False, choices=[("", "—"), *GroupSort.choices]
    )
    rhythm = forms.ChoiceField(label=gettext_lazy("how often"), choices=Rhythm.choices, initial=Rhythm.MONTHLY)
    months = forms.MultipleChoiceField(
        label=gettext_lazy("in these months"),
        required=False,
        choices=_MONTHS,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Of what is asked every month: none ticked means all twelve."),
    )
    days = forms.CharField(
        label=gettext_lazy("given days"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy(
            "One a line: name, month and day, and the day off it moves with, if any: 清明 04-05 清明节"
        ),
    )
    before = forms.IntegerField(label=gettext_lazy("days before"), min_value=0, max_value=60, initial=7)
    after = forms.IntegerField(label=gettext_lazy("days after"), min_value=0, max_value=60, initial=3)
    first = DayField(label=gettext_lazy("first day"), required=False, help_text=gettext_lazy("Of what is asked once."))
    last = DayField(label=gettext_lazy("last day"), required=False)
    due_after = forms.IntegerField(
        label=gettext_lazy("due so many days after the window"), min_value=0, max_value=60, initial=5
    )
    due_type = forms.ChoiceField(label=gettext_lazy("days counted"), choices=DayType.choices, initial=DayType.WORKING)
    level = forms.ChoiceField(
        label=gettext_lazy("level"), required=False, choices=[("", "—"), *((each.code, each.zh) for each in LEVELS)]
    )
    occasion = forms.ChoiceField(label=gettext_lazy("occasion"), required=False)
    zero = forms.BooleanField(label=gettext_lazy("may be answered by a zero report"), required=False)
    owner = forms.ModelChoiceField(label=gettext_lazy("in charge"), queryset=Member.objects.none())
    note = forms.CharField(
        label=gettext_lazy("note"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, actor: Member, year: int, code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year, self.code = year, code
        sections = [(section.value, section.label) for section in sections_to_draft(actor)]
        units = Unit.objects.filter(code__in=standing(this_month()), kind__in=[kind for kind, _label in _KINDS])
        self._offer("section", sections)
        self._offer("what", _whats())
        self._offer("units", [(unit.code, str(unit)) for unit in units.order_by("kind", "code")])
        self._offer("occasion", [("", "—"), *((each.code, each.name) for each in Occasion.objects.all())])
        officers = RoleGrant.objects.filter(role=Role.OFFICER).values("member")
        let_choose(self, "owner", Member.objects.filter(is_active=True, pk__in=officers))
        self.initial.setdefault("owner", actor.pk)

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def clean_days(self) -> list[dict[str, str]]:
        found = []
        for line in filter(str.strip, self.cleaned_data["days"].splitlines()):
            name, day, follows = [*line.split(), "", ""][:3]
            if not day:
                raise ValidationError(_("“%(line)s”: give a name, a blank, and month and day."), params={"line": line})
            found.append({"name": name, "day": day, "follows": follows})
        return found

    def content(self) -> dict[str, Any]:
        """The values of the verbs."""
        values = dict(self.cleaned_data)
        measure, _bar, category = values.pop("what").partition("|")
        months = [int(month) for month in values["months"]]
        return values | {
            "measure": measure,
            "category": category,
            "months": months,
            "year": self.year,
            "code": self.code,
        }


def typed(values: dict[str, Any]) -> dict[str, Any]:
    """The content of an item as the form has it."""
    given = {name: value for name, value in values.items() if name in CONTENT}
    category = f"|{given['category']}" if given.get("category") else ""
    days = "\n".join(
        " ".join(filter(None, (day["name"], day["day"], day.get("follows", "")))) for day in given.get("days", ())
    )
    given |= {"what": f"{given.get('measure', '')}{category}", "days": days}
    return given | {"months": [str(month) for month in given.get("months", ())]}


def new_code() -> str:
    return new_ref("own")


def _whats() -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be asked for, each measure with its categories."""
    found = []
    for code, measure in sorted(countable().items(), key=lambda pair: pair[1].zh):
        every = (code, _("%s, of any sort") % named(measure) if measure.categories else named(measure))
        parts = [(f"{code}|{each.code}", named(each)) for each in measure.categories.values() if not each.internal]
        found.append((named(measure), [every, *parts]))
    return found
