"""Two households or enterprises that are one: both side by side, what will happen, and the button."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.desk.visited.visited_list import list_address
from youju.orgs.members import Member
from youju.records.volunteering.visit.errors import VisitedApart
from youju.records.volunteering.visit.keeping import Paid, get_visited_for, paid_to
from youju.records.volunteering.visit.visited import Visited, VisitSort, visited_merge


class Side(NamedTuple):
    """One of the two; said: village and name in one line."""

    row: Visited
    name: str
    said: str
    paid: Paid


class KeepForm(forms.Form):
    keep = forms.ChoiceField(
        label=gettext_lazy("Which spelling stays"),
        help_text=gettext_lazy("Whoever types either of the two in a visit from now on means the one that stays."),
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, sides: list[Side]) -> None:
        most = max(sides, key=lambda side: (side.paid.visits, -side.row.pk))
        super().__init__(data, initial={"keep": most.row.token})
        self.fields["keep"].choices = [(side.row.token, side.said) for side in sides]  # type: ignore[attr-defined]  # a ChoiceField


@require_http_methods(["GET", "HEAD", "POST"])
def visited_merge_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Let two be one. ref, and into in the address: their tokens, whichever of them stays.

    Raises NotAllowed, NotFound, VisitedApart, VisitedMerged.
    """
    member = member_of(request)
    one = get_visited_for(member, ref)
    if not request.GET.get("into"):
        return redirect(list_address(one=ref))
    sides = _sides(member, one, get_visited_for(member, request.GET["into"]))
    form = KeepForm(request.POST or None, sides)
    if request.method == "POST" and form.is_valid():
        kept, gone = sorted(sides, key=lambda side: side.row.token != form.cleaned_data["keep"])
        visited_merge(visited=gone.row, into=kept.row, actor=member)
        said = _("“%(gone)s” and “%(kept)s” count as one from now on.")
        messages.success(request, said % {"gone": gone.said, "kept": kept.said})
        return redirect(list_address())
    context = {"sides": sides, "form": form, "told": _told(sides)}
    return render(request, "desk/visited/visited_merge.html", context, status=422 if form.errors else 200)


def _sides(member: Member, one: Visited, other: Visited) -> list[Side]:
    if one.pk == other.pk or one.sort != other.sort:
        raise VisitedApart()
    paid = paid_to([one.pk, other.pk])
    names = {row: row.name_for(member, row.unit_id) for row in (one, other)}
    return [Side(row, name, f"{row.place} {name}".strip(), paid[row.pk]) for row, name in names.items()]


def _told(sides: list[Side]) -> list[str]:
    """What merging the two will do."""
    visits = sum(side.paid.visits for side in sides)
    stay = ngettext(
        "From now on both count as one. The %(count)d verified visit stays as it was recorded.",
        "From now on both count as one. The %(count)d verified visits of both stay as they were recorded.",
        visits,
    )
    return [stay % {"count": visits}, *_falls(sides), _("Figures that were issued stay as they are.")]


def _falls(sides: list[Side]) -> list[str]:
    """In which years one less is counted: those with verified visits of both."""
    years = sorted(sides[0].paid.years & sides[1].paid.years)
    if not years:
        return [_("No year has verified visits of both, so the figure of no year falls.")]
    if sides[0].row.sort == VisitSort.ENTERPRISE:
        return [_("The number of enterprises visited in %(year)d falls by one.") % {"year": year} for year in years]
    return [_("The number of households visited in %(year)d falls by one.") % {"year": year} for year in years]
