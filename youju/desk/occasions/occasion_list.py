"""Occasions: the events, campaigns, titles, trips and contests that records belong to, with their names."""

from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.change.fields import LineField
from youju.desk.pages import filtered_list
from youju.desk.units.unit_list import reader_of
from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.rights import reached_units


class OccasionFilter(forms.Form):
    text = LineField(label=_("name, alias or code"), max_length=40, required=False)
    sort = forms.ChoiceField(label=_("sort"), required=False, choices=(("", _("all")), *OccasionSort.choices))
    over = forms.BooleanField(label=_("those that are over too"), required=False)


@require_GET
def occasion_list(request: HttpRequest) -> HttpResponse:
    """Those that are not over, by name; all where asked for."""
    member, filters = reader_of(request), OccasionFilter(request.GET)
    occasions = _matching(filters)
    shown = filtered_list(request, filters, occasions.prefetch_related("aliases"))
    page: list[Occasion] = list(shown["page"].object_list)
    uses = _uses(page)
    context = shown | {
        "name": _("Occasions"),
        "rows": [(occasion, uses.get(occasion.pk, 0)) for occasion in page],
        "may_change": may_declare(member),
        "today": clock.today(),
    }
    return render(request, "desk/occasions/occasion_list.html", context)


@require_GET
def occasion_page(request: HttpRequest, code: str) -> HttpResponse:
    """One occasion: names, days, and how many records belong to it."""
    member, occasion = reader_of(request), find_occasion(code)
    context = {
        "occasion": occasion,
        "aliases": occasion.aliases.order_by("name"),
        "uses": _uses([occasion]).get(occasion.pk, 0),
        "may_change": may_declare(member),
    }
    return render(request, "desk/occasions/occasion.html", context)


def find_occasion(code: str) -> Occasion:
    """The occasion of this code. Raises NotFound."""
    occasion = Occasion.objects.select_related("unit").filter(code=code).first()
    if occasion is None:
        raise NotFound()
    return occasion


def may_declare(member: Member) -> bool:
    """Officers and administrators of the bureau keep its occasions."""
    return home_unit().pk in reached_units(member, Role.OFFICER, Role.ADMIN)


def _matching(filters: OccasionFilter) -> QuerySet[Occasion]:
    values = filters.cleaned_data if filters.is_valid() else {}
    found = Occasion.objects.order_by("name")
    if not values.get("over"):
        found = found.filter(Q(ends=None) | Q(ends__gte=clock.today()))
    if values.get("sort"):
        found = found.filter(sort=values["sort"])
    if text := values.get("text"):
        named = Occasion.objects.filter(aliases__name__icontains=text).values("pk")
        found = found.filter(Q(name__icontains=text) | Q(code__icontains=text) | Q(pk__in=named))
    return found


def _uses(occasions: list[Occasion]) -> dict[int, int]:
    """How many records name each; the number alone says nothing about them."""
    heads = Ledgered.objects.filter(occasion__in=occasions).order_by().values("occasion")
    return dict(heads.annotate(times=Count("pk")).values_list("occasion", "times"))
