"""单位与人员: the pages by which a bureau keeps its own nouns, one place in the menu with a tab for each."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from youju.desk.context import Item, Place
from youju.desk.scope import BUREAU
from youju.orgs.keeping import KEEPERS
from youju.orgs.members import Member, Role

_ALL = tuple(Role.values)
_DEFINING = (*BUREAU, Role.ADMIN)

TABS: tuple[Place, ...] = (
    Place("units", gettext_lazy("Units of the bureau"), "units", _ALL, ("/units/", "/unit/")),
    Place("people", gettext_lazy("People"), "members", KEEPERS, ("/people/", "/person/")),
    Place("groups", gettext_lazy("Groups"), "members", KEEPERS, ("/groups/", "/group/")),
    Place("calendar", gettext_lazy("Calendar"), "records", _ALL, ("/calendar/",)),
    Place("occasions", gettext_lazy("Occasions"), "cases", _ALL, ("/occasions/", "/occasion/")),
    Place("registers", gettext_lazy("Registers"), "records", _ALL, ("/registers/", "/register/")),
    Place("definitions", gettext_lazy("Own figures"), "figures", _DEFINING, ("/definitions/", "/definition/")),
    Place("hand-over", gettext_lazy("Handover"), "members", (Role.ADMIN,), ("/hand-over/",)),
    Place("workbook", gettext_lazy("Workbook"), "records", (Role.ADMIN,), ("/workbook/",)),
)


def noun_tabs(request: HttpRequest) -> list[Item]:
    """The tabs that the member may open."""
    member = request.user
    if not isinstance(member, Member):
        return []
    return [
        Item(reverse(tab.route), str(tab.label), tab.icon, request.path.startswith(tab.begins))
        for tab in TABS
        if member.has_role(*tab.roles)
    ]
