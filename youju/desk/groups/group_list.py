"""The groups of the units that a member keeps, with how many are in each today."""

from django import forms
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.change.fields import LineField
from youju.desk.pages import filtered_list
from youju.desk.people.people_list import keeper_of
from youju.lib import clock
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.keeping import groups_kept_by, kept_units
from youju.orgs.units import Unit


class GroupFilter(forms.Form):
    text = LineField(label=_("name or unit"), max_length=40, required=False)
    sort = forms.ChoiceField(label=_("sort of group"), required=False, choices=(("", _("all")), *GroupSort.choices))
    closed = forms.BooleanField(label=_("closed ones too"), required=False)


@require_GET
def group_list(request: HttpRequest) -> HttpResponse:
    """Open groups, by unit; closed ones where asked for."""
    member, today = keeper_of(request), clock.today()
    filters = GroupFilter(request.GET)
    groups = groups_kept_by(member).select_related("unit").order_by("unit__kind", "unit__code", "sort", "code")
    code = request.GET.get("unit", "")
    unit = Unit.objects.filter(code=code, pk__in=kept_units(member)).first() if code else None
    if unit is not None:
        groups = groups.filter(unit=unit)
    values = filters.cleaned_data if filters.is_valid() else {}
    if not values.get("closed"):
        groups = groups.open_on(today)
    if values.get("sort"):
        groups = groups.filter(sort=values["sort"])
    if text := values.get("text"):
        groups = groups.filter(
            Q(name__icontains=text) | Q(unit__name__icontains=text) | Q(unit__short_name__icontains=text)
        )
    shown = filtered_list(request, filters, groups)
    page: list[Group] = list(shown["page"].object_list)
    context = shown | {
        "name": _("Groups"),
        "filtered": shown["filtered"] or bool(request.GET.get("unit")),
        "unit": unit,
        "rows": [(group, size) for group, size in zip(page, _sizes(page), strict=True)],
    }
    return render(request, "desk/groups/group_list.html", context)


def _sizes(groups: list[Group]) -> list[int]:
    """How many are in each group today."""
    held = Membership.objects.on(clock.today()).filter(group__in=groups)
    counted = dict(held.values("group").annotate(people=Count("person", distinct=True)).values_list("group", "people"))
    return [counted.get(group.pk, 0) for group in groups]
