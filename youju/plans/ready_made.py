"""A year's plan from ready-made items: several of the library drafted at once, each of the sections one answers for."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from youju.orgs.members import Member
from youju.phrases import enumerated
from youju.plans.access import may_draft
from youju.plans.errors import NoSuchReadyMade, NothingReadyMade
from youju.plans.item_verbs import item_draft
from youju.plans.items import ItemState, PlanItem
from youju.plans.library import offered

_THERE = (ItemState.DRAFT, ItemState.APPROVED, ItemState.ENDED)


def ready_for(member: Member, year: int) -> dict[str, dict[str, Any]]:
    """What the library offers a member for a year, by code: what its plan has or had already is left out."""
    there = set(PlanItem.objects.filter(year=year, state__in=_THERE).values_list("code", flat=True))
    return {
        code: values for code, values in offered().items() if code not in there and may_draft(member, values["section"])
    }


@transaction.atomic
def ready_made_draft(*, year: int, codes: Collection[str], actor: Member) -> list[PlanItem]:
    """Draft ready-made items, all that are left where no code is named; whoever does is in charge of them.

    Raises NoSuchReadyMade, NothingReadyMade, BadItem.
    """
    ready = ready_for(actor, year)
    if unknown := [code for code in codes if code not in ready]:
        raise NoSuchReadyMade(codes=enumerated(unknown), year=year)
    chosen = {code: values for code, values in ready.items() if not codes or code in codes}
    if not chosen:
        raise NothingReadyMade(year=year)
    return [item_draft(values=values | {"year": year, "owner": actor}, actor=actor) for values in chosen.values()]
