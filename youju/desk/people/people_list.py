"""Rosters: who works where, narrowed by unit, name or post, today or before."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.change.fields import LineField
from youju.desk.pages import filtered_list
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.keeping import KEEPERS, kept_units, persons_kept_by
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit

NOW, LEFT, COMING = "", "left", "coming"


class Row(NamedTuple):
    """One person and the posts by which the list shows them."""

    person: Person
    posts: list[Tenure]


class RosterFilter(forms.Form):
    text = LineField(label=_("name or post"), max_length=40, required=False)
    unit = forms.ChoiceField(label=_("unit"), required=False)
    when = forms.ChoiceField(
        label=_("when"), required=False,
        choices=((NOW, _("on the roster today")), (LEFT, _("has left")), (COMING, _("begins later"))),
    )  # fmt: skip

    def __init__(self, data: Any, units: Iterable[Unit]) -> None:
        super().__init__(data)
        choices = [(unit.code, str(unit)) for unit in units]
        self.fields["unit"].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]  # a ChoiceField
        if len(choices) < 2:
            del self.fields["unit"]

    def tenures(self, unit_ids: set[int], today: date) -> QuerySet[Tenure]:
        """The posts that match, among those in these units."""
        if not self.is_valid():
            return Tenure.objects.none()
        values = self.cleaned_data
        scope = Q(unit__in=unit_ids) & (Q(unit__code=values["unit"]) if values.get("unit") else Q())
        found = _at(Tenure.objects.filter(scope, person__merged_into=None), scope, values["when"], today)
        if text := values["text"]:
            found = found.filter(Q(person__name__icontains=text) & _adult(today) | Q(post__icontains=text))
        return found


@require_GET
def people_list(request: HttpRequest) -> HttpResponse:
    """Who is on the rosters that the member keeps, by name."""
    member = keeper_of(request)
    unit_ids, today = kept_units(member), clock.today()
    units = list(Unit.objects.filter(pk__in=unit_ids).order_by("kind", "code"))
    filters = RosterFilter(request.GET, units)
    tenures = filters.tenures(unit_ids, today)
    persons = persons_kept_by(member).filter(pk__in=tenures.values("person")).order_by("pk")
    shown = filtered_list(request, filters, persons)
    context = shown | {
        "name": _("People"),
        "rows": _rows(list(shown["page"].object_list), tenures),
        "unit": next((unit for unit in units if unit.code == request.GET.get("unit") or len(units) == 1), None),
        "may_merge": member.has_role(Role.OFFICER, Role.ADMIN),
    }
    return render(request, "desk/people/people_list.html", context)


def keeper_of(request: HttpRequest) -> Member:
    """Who keeps a roster. Raises NotAllowed for everybody else."""
    member = member_of(request)
    if not member.has_role(*KEEPERS):
        raise NotAllowed()
    return member


def _adult(today: date) -> Q:
    """Nobody guesses at the name of a minor, which is opened with a reason only."""
    return Q(person__minor_until=None) | Q(person__minor_until__lt=today)


def _at(found: QuerySet[Tenure], scope: Q, when: str, today: date) -> QuerySet[Tenure]:
    """Posts held today; of those who hold none any more; or posts that begin later."""
    now = Tenure.objects.on(today).filter(scope)
    if when == COMING:
        return found.filter(since__gt=today)
    if when == LEFT:
        return found.filter(until__lt=today).exclude(person__in=now.values("person"))
    return found.filter(pk__in=now.values("pk"))


def _rows(persons: list[Person], tenures: QuerySet[Tenure]) -> list[Row]:
    posts: dict[int, list[Tenure]] = {}
    for tenure in tenures.filter(person__in=persons).select_related("unit").order_by("pk"):
        posts.setdefault(tenure.person_id, []).append(tenure)
    return [Row(person, posts.get(person.pk, [])) for person in persons]
