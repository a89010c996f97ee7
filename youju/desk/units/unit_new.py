"""A new unit below the bureau."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.scope import member_of
from youju.desk.units import unit_words
from youju.desk.units.unit_forms import NewUnitForm
from youju.orgs.keeping import require_manager
from youju.orgs.tree import home_unit
from youju.orgs.tree_verbs import NewUnit, unit_open


@require_http_methods(["GET", "HEAD", "POST"])
def unit_new(request: HttpRequest) -> HttpResponse:
    """Open a school, town or office."""
    member = member_of(request)
    require_manager(member)
    home = home_unit()
    first = {"parent": request.GET.get("parent") or home.pk, "kind": request.GET.get("kind", "school")}

    def act(values: Values) -> Done:
        unit = unit_open(new=_new(values), actor=member, reason=values["reason"])
        return Done(_("%(unit)s is there.") % {"unit": unit}, reverse("unit", args=[unit.code]))

    change = Change(
        heading=_("New unit"),
        form=NewUnitForm(request.POST or None, actor=member, front=f"{home.code}.", initial=first),
        act=act,
        foretell=lambda values: unit_words.opening(values["name"], values["parent"], values["month"]),
        back=reverse("units"),
        place=_("Units of the bureau"),
        button=_("Open the unit"),
    )
    return change_page(request, change)


def _new(values: Values) -> NewUnit:
    return NewUnit(
        code=values["code"],
        kind=values["kind"],
        name=values["name"],
        parent=values["parent"].code,
        since=values["month"],
        short_name=values["short_name"],
        aliases=values["aliases"],
    )
