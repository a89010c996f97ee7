"""What every page of the desk shows round its content: the way to the other pages, and whose office this is."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.desk.help.help_here import help_address
from youju.desk.scope import BUREAU, LOCAL
from youju.orders.goods import is_selling
from youju.orgs.members import Member, Role
from youju.orgs.tree import NoHomeUnit, UnknownUnit, home_unit
from youju.phrases import enumerated
from youju.records.alerts import unread


class Place(NamedTuple):
    """A page in the navigation: who sees it, the first parts of the paths that belong to it, and when it is there."""

    route: str
    label: str | Promise
    icon: str
    roles: tuple[str, ...]
    begins: tuple[str, ...] = ()
    when: Callable[[], bool] = lambda: True


# The pages of one place, desk/nouns.py tells them apart.
NOUNS = (
    "/units/", "/unit/", "/people/", "/person/", "/groups/", "/group/", "/calendar/", "/occasions/", "/occasion/",
    "/registers/", "/register/",
    "/definitions/", "/definition/", "/hand-over/",
    "/workbook/",
)  # fmt: skip

# Duty, contacts and the rest of what the nine mechanisms are worked with.
MECHANISMS = ("/mechanisms/", "/duty/", "/shift/", "/swap/", "/contacts/", "/assessment/")

PLACES = (
    Place("workbench", gettext_lazy("Workbench"), "workbench", tuple(Role.values)),
    Place("review", gettext_lazy("To verify"), "review", (Role.OFFICER,), ("/review/",)),
    Place("records", gettext_lazy("Records"), "records", (*LOCAL, *BUREAU), ("/records/", "/record/")),
    Place("dues", gettext_lazy("Plan"), "plan", (*LOCAL, *BUREAU), ("/dues/", "/due/", "/plan/")),
    Place(
        "cases",
        gettext_lazy("What runs"),
        "cases",
        (*LOCAL, *BUREAU),
        (
            "/cases/",
            "/case/",
            "/campaigns/",
            "/campaign/",
            "/checklists/",
            "/checklist/",
            "/gaps/",
            "/round/",
            "/notices/",
            "/notice/",
        ),
    ),
    Place("mechanisms", gettext_lazy("Working rules"), "rules", (*LOCAL, *BUREAU), MECHANISMS),
    Place("figures", gettext_lazy("Figures"), "figures", (*LOCAL, *BUREAU), ("/figures/", "/figure/")),
    Place("documents", gettext_lazy("Summary"), "summary", (*LOCAL, *BUREAU), ("/summaries/", "/summary/")),
    Place("gate", gettext_lazy("Publication gate"), "lock", (Role.OFFICER, Role.SIGNER), ("/gate/",)),
    Place("site-board", gettext_lazy("Site"), "site", BUREAU, ("/site-board/",)),
    Place("orders", gettext_lazy("Orders"), "done", (Role.OFFICER,), ("/orders/",), is_selling),
    Place("check", gettext_lazy("Check"), "check", (*LOCAL, *BUREAU), ("/check/",)),
    Place("units", gettext_lazy("Units and people"), "units", tuple(Role.values), NOUNS),
    Place("ledger", gettext_lazy("Ledger"), "ledger", (Role.AUDITOR,), ("/ledger/",)),
    Place("audit", gettext_lazy("Audit"), "audit", (Role.AUDITOR,), ("/audit/",)),
    Place("members", gettext_lazy("Members"), "members", (Role.ADMIN,), ("/members/",)),
    Place("ready", gettext_lazy("Readiness"), "done", (Role.ADMIN,), ("/ready/",)),
    Place("settings", gettext_lazy("Settings"), "settings", (Role.ADMIN,), ("/settings/",)),
    Place("system", gettext_lazy("System"), "lock", (Role.ADMIN,), ("/system/",)),
)


class Item(NamedTuple):
    url: str
    label: str
    icon: str
    current: bool


def desk(request: HttpRequest) -> dict[str, Any]:
    """The context processor. Lazy: a page that shows none of it asks the database nothing."""
    return {"desk": SimpleLazyObject(lambda: _desk(request))}


def _desk(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    member = user if isinstance(user, Member) else None
    return {
        "nav": [_item(place, request.path) for place in PLACES if member and _is_for(place, member)],
        "home": _home_name(),
        "alerts": unread(member) if member else 0,
        "roles": role_names(member) if member else "",
        "help": help_address(request.path),
        "here": _here(request),
    }


def _here(request: HttpRequest) -> str:
    """Where choosing a language leads back to. A page that is open to all sends its forms to its own address."""
    is_open = request.resolver_match and not getattr(request.resolver_match.func, "login_required", True)
    return request.get_full_path() if request.method == "GET" or is_open else reverse("workbench")


def _is_for(place: Place, member: Member) -> bool:
    return member.has_role(*place.roles) and place.when()


def role_names(member: Member) -> str:
    """The roles a member holds, in words."""
    return enumerated(role.label for role in Role if member.has_role(role)) or _("no role yet")


def _item(place: Place, path: str) -> Item:
    url = reverse(place.route)
    current = path.startswith(place.begins) if place.begins else path == url
    return Item(url, str(place.label), place.icon, current)


def _home_name() -> str:
    try:
        return str(home_unit().name)
    except (NoHomeUnit, UnknownUnit):
        return ""
