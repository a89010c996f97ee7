"""Indicators that a bureau defines for itself, in the same words as the product's and by the same compiler."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from youju.indicators.catalogue import vocabulary
from youju.indicators.own_indicators import OwnIndicator
from youju.indicators.schema import problems
from youju.orgs.members import Member
from youju.records.counting.own_definitions import PREFIX, definition_approve, definition_propose


@transaction.atomic
def indicator_propose(*, table: Mapping[str, Any], actor: Member) -> OwnIndicator:
    """Propose an indicator or its next version. Raises NotAllowed, BadDefinition."""
    return definition_propose(OwnIndicator, table=table, problems=own_problems(table), actor=actor)


def indicator_approve(*, indicator: OwnIndicator, actor: Member) -> OwnIndicator:
    """Put a version into force for every figure asked from now on. Raises what ``definition_approve`` does."""
    return definition_approve(indicator, actor=actor)


def own_problems(table: Mapping[str, Any]) -> Iterator[str]:
    """One sentence for each thing that is wrong with a bureau's definition."""
    if not str(table.get("code", "")).startswith(PREFIX):
        yield _("The code of a bureau's own definition begins with “%(prefix)s”.") % {"prefix": PREFIX}
    yield from problems(table, vocabulary())
