"""Measures that a bureau counts for itself. They are posted through the kind ``statistic``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from youju.orgs.members import Member
from youju.records.counting.measures import Measure, measure_of
from youju.records.counting.own_definitions import PREFIX, OwnDefinition, definition_approve, definition_propose

Table = Mapping[str, Any]

_CODE = re.compile(rf"{re.escape(PREFIX)}[a-z0-9][a-z0-9._-]*")
_ENTERED = ("quantity", "part", "rank", "percent")
# What people say is not measured, whatever it is called.
_NEVER = re.compile("评论|跟帖|转发|点赞|热度|情绪|投诉|comment|repost|heat|complaint|opinion|sentiment", re.IGNORECASE)
# Facts stand in the ledger under these.
_LASTING = ("form", "scale", "whole")


class OwnMeasure(OwnDefinition):
    """A measure of the bureau; ``table`` as in a measures.toml."""

    class Meta(OwnDefinition.Meta):
        pass


@transaction.atomic
def measure_propose(*, table: Table, known: Mapping[str, Measure], actor: Member) -> OwnMeasure:
    """Propose a measure or its next version. known: every measure in force. Raises what ``definition_propose`` does."""
    return definition_propose(OwnMeasure, table=table, problems=problems(table, known), actor=actor)


def measure_approve(*, measure: OwnMeasure, actor: Member) -> OwnMeasure:
    """Put a version into force. Raises what ``definition_approve`` does."""
    return definition_approve(measure, actor=actor)


def own_measures() -> dict[str, Measure]:
    """Those in force, by code. One query."""
    return {row.code: measure_of(row.table, {}) for row in OwnMeasure.in_force()}


def problems(table: Table, known: Mapping[str, Measure]) -> Iterator[str]:
    """One sentence for each thing that is wrong with a proposed measure."""
    code = str(table.get("code", ""))
    if not _CODE.fullmatch(code):
        yield _("The code of a bureau's own definition begins with “%(prefix)s”, then small letters and digits.") % {
            "prefix": PREFIX,
        }  # fmt: skip
        return
    try:
        measure = measure_of(table, {})
    except (KeyError, TypeError, ValueError, AttributeError) as error:  # the words name field and value
        yield _("The measure cannot be read: %(error)s.") % {"error": error}
        return
    if measure.form not in _ENTERED:
        yield _("The form of a measure is one of: %(forms)s.") % {"forms": ", ".join(_ENTERED)}
    if measure.form == "part" and measure.whole not in known:
        yield _("A part needs the measure it is a part of.")
    if _NEVER.search(" ".join((code, measure.zh, measure.en))):
        yield _("What people say, and how often it is passed on, is not measured.")
    yield from _changed(measure, known.get(code))


def _changed(measure: Measure, before: Measure | None) -> Iterator[str]:
    """What facts stand under stays: how the quantity is kept, and the categories."""
    if before is None:
        return
    for name in _LASTING:
        if getattr(measure, name) != getattr(before, name):
            yield _("“%(name)s” cannot change: facts stand in the ledger under it.") % {"name": name}
    for code in before.categories.keys() - measure.categories.keys():
        yield _("The category “%(code)s” cannot go: facts may stand in the ledger under it.") % {"code": code}
