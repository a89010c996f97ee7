"""What the bureau counts for itself: measures and indicators, waiting or in force, each with all its versions."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import BUREAU, member_of
from youju.errors import NotAllowed, NotFound
from youju.indicators.own_indicators import OwnIndicator
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.records.counting.own_definitions import OwnDefinition
from youju.records.counting.own_measures import OwnMeasure
from youju.records.rights import reached_units


@require_GET
def definition_list(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, then what is in force."""
    member = definer_of(request)
    context = {
        "waiting": [(_sort(row), row) for model in (OwnMeasure, OwnIndicator) for row in _newest_waiting(model)],
        "measures": OwnMeasure.in_force(),
        "indicators": OwnIndicator.in_force(),
        "may_propose": may_define(member),
    }
    return render(request, "desk/definitions/definition_list.html", context)


@require_GET
def measure_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of a measure."""
    return _page(request, OwnMeasure, pk)


@require_GET
def indicator_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of an indicator."""
    return _page(request, OwnIndicator, pk)


def definer_of(request: HttpRequest) -> Member:
    """Who may look: the bureau's roles and its administrators. Raises NotAllowed."""
    member = member_of(request)
    if not reached_units(member, *BUREAU, Role.ADMIN) & {home_unit().pk}:
        raise NotAllowed()
    return member


def may_define(member: Member) -> bool:
    """Whether a member may propose and approve: as the verbs ask it."""
    held = member.roles()
    return home_unit().pk in held.get(Role.OFFICER, set()) | held.get(Role.ADMIN, set())


def definition_of(model: type[OwnDefinition], pk: int) -> Any:
    """One version. Raises NotFound."""
    row = model._default_manager.filter(pk=pk).select_related("author", "approver").first()
    if row is None:
        raise NotFound()
    return row


def _page(request: HttpRequest, model: type[OwnDefinition], pk: int) -> HttpResponse:
    member, row = definer_of(request), definition_of(model, pk)
    versions = model._default_manager.filter(code=row.code).select_related("author", "approver").order_by("-version")
    context = {
        "row": row,
        "sort": _sort(row),
        "lines": list(lines_of(row.table)),
        "versions": versions,
        "may_approve": may_define(member) and row.approver is None and row.author_id != member.pk,
        "is_newest": versions[0].pk == row.pk,
        "is_own": row.author_id == member.pk,
    }
    return render(request, "desk/definitions/definition.html", context)


def lines_of(table: dict[str, Any], front: str = "") -> Iterator[tuple[str, str]]:
    """A definition's fields and values, in words as it keeps them; what lies deeper is named by its way."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from lines_of(value, f"{front}{name}.")
        elif value not in ("", [], None):
            yield f"{front}{name}", ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _newest_waiting(model: type[OwnDefinition]) -> list[Any]:
    newest = {row.code: row for row in model._default_manager.select_related("author").order_by("version")}
    return [row for row in newest.values() if row.approver_id is None]


def _sort(row: OwnDefinition) -> str:
    return "measure" if isinstance(row, OwnMeasure) else "indicator"
