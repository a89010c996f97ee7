"""What a list of dues can be narrowed by."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from youju.desk.scope import units_for
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.tree import reach, this_month
from youju.orgs.units import Unit, UnitKind
from youju.plans.dues import Due, DueState
from youju.plans.items import PlanItem
from youju.records.rights import sections_of

WHICH = (
    ("open", _("to be reported")),
    ("overdue", _("overdue")),
    ("left", _("left over from earlier years")),
    ("coming", _("not begun yet")),
    ("met", _("met or answered")),
    ("late", _("met after the day")),
    ("excused", _("excused")),
    ("all", _("all")),
)


class DueFilter(forms.Form):
    """A value that is no choice narrows to nothing and says so. A town stands for its schools."""

    which = forms.ChoiceField(label=_("which"), required=False, choices=WHICH)
    section = forms.ChoiceField(label=_("section"), required=False)
    unit = forms.ChoiceField(label=_("unit or town"), required=False)
    item = forms.ChoiceField(label=_("plan item"), required=False)

    def __init__(self, data: Any, member: Member, items: "QuerySet[PlanItem]") -> None:
        super().__init__(data)
        sections = [(section.value, section.label) for section in sections_of(member)]
        units = [(unit.code, str(unit)) for unit in units_for(member, clock.today())]
        self.fields["section"].choices = [("", _("all")), *sections]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["unit"].choices = [("", _("all")), *units]  # type: ignore[attr-defined]  # a ChoiceField
        named = [(item.ref, f"{item.year} {item.title}") for item in items]
        self.fields["item"].choices = [("", _("all")), *named]  # type: ignore[attr-defined]  # a ChoiceField
        if len(units) < 2:
            del self.fields["unit"]

    def narrow(self, dues: "QuerySet[Due]") -> "QuerySet[Due]":
        """Those that match, the first due first; none where a filter is wrong."""
        if not self.is_valid():
            return dues.none()
        given = self.cleaned_data
        dues = dues.filter(which_dues(given["which"] or "open")).order_by("due_on", "item__title", "unit__code", "pk")
        if given["section"]:
            dues = dues.filter(section=given["section"])
        if given.get("unit"):
            dues = dues.filter(unit__in=places_of(given["unit"]))
        return dues.filter(item__ref=given["item"]) if given["item"] else dues


def which_dues(which: str) -> Q:
    """One of WHICH as a condition. What fell due before the year in hand is left over: nobody works at it any more."""
    today = clock.today()
    since = in_hand_since(today)
    owed = Q(state=DueState.DUE)
    return {
        "open": owed & Q(first__lte=today, due_on__gte=since),
        "overdue": owed & Q(due_on__lt=today, due_on__gte=since),
        "left": owed & Q(due_on__lt=since),
        "coming": owed & Q(first__gt=today),
        "met": Q(state__in=(DueState.MET, DueState.ZERO)),
        "late": Q(state=DueState.MET, on_time=False),
        "excused": Q(state=DueState.EXCUSED),
        "all": ~Q(state=DueState.WITHDRAWN),
    }[which]


def in_hand_since(today: date) -> date:
    """The first day on which what was due is still asked for: this year's, in January the year's before."""
    return date(today.year - (today.month == 1), 1, 1)


def places_of(code: str) -> set[int]:
    """The unit itself; of a town or office's county also all below it."""
    unit = Unit.objects.get(code=code)
    return reach({unit.pk}, this_month()) if unit.kind in (UnitKind.TOWN, UnitKind.COUNTY) else {unit.pk}
