"""A new group of a unit, in a minute: everybody on the roster is ticked already."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.groups.group_forms import NewGroupForm
from youju.desk.people.people_list import keeper_of
from youju.desk.people.people_new import units_of_keeper
from youju.lib import clock
from youju.orgs.group_verbs import group_join, group_open
from youju.orgs.groups import Group
from youju.orgs.keeping import get_kept_unit
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit


@require_http_methods(["GET", "HEAD", "POST"])
def group_new(request: HttpRequest) -> HttpResponse:
    """The form for the unit that ``?unit=`` names; without one, the units to choose from."""
    member = keeper_of(request)
    units, code = units_of_keeper(member), request.GET.get("unit", "")
    if not code and len(units[:2]) != 1:
        return render(request, "desk/groups/group_unit.html", {"units": units})
    unit = get_kept_unit(member, code or units[0].code)
    if not Person.objects.on_roster(unit, clock.today()).exists():
        return render(request, "desk/groups/group_unit.html", {"units": units, "unit": unit})
    return change_page(request, _change(request, unit, member))


def _change(request: HttpRequest, unit: Unit, member: Member) -> Change:
    def act(values: Values) -> Done:
        group = group_open(
            code=free_code(unit, values["sort"]), unit=unit, sort=values["sort"], name=values["name"],
            keepers=values["keepers"], opened=values["opened"], actor=member,
        )  # fmt: skip
        for person in values["persons"]:
            group_join(group=group, person=person, actor=member)
        return Done(_("“%s” is there.") % group, reverse("group", args=[group.code]))

    def foretell(values: Values) -> list[str]:
        count = len(values["persons"])
        inside = ngettext("“%(name)s” has %(count)d member.", "“%(name)s” has %(count)d members.", count)
        return [
            inside % {"name": values["name"], "count": count},
            _("Each of its sessions asks for everybody on this list: nobody can be left out."),
        ]

    return Change(
        heading=_("New group: %s") % unit,
        form=NewGroupForm(request.POST or None, unit=unit, actor=member),
        act=act,
        foretell=foretell,
        back=reverse("groups"),
        place=_("Groups"),
        button=_("Make the group"),
    )


def free_code(unit: Unit, sort: str) -> str:
    """A code that no group has: that of the unit and the sort of group, numbered from the second on."""
    base = f"{unit.code}.{sort.replace('_', '-')}"
    taken = set(Group.objects.filter(code__startswith=base).values_list("code", flat=True))
    return base if base not in taken else next(f"{base}-{n}" for n in range(2, 10_000) if f"{base}-{n}" not in taken)
