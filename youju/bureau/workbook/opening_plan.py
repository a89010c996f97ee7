"""Planning the opening figures: which are new, which are put right. Each waits for a second person's word."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.lines import Action, Hands, Line, Step
from youju.bureau.workbook.opening_sheet import OpeningRow, identity, read_opening
from youju.bureau.workbook.planning import Planning
from youju.errors import YoujuError
from youju.lib.sheets import Said, Table
from youju.orgs.members import Member
from youju.records.forms.stated_form import named
from youju.records.heads.states import EDITABLE
from youju.records.kinds import get_record_kind
from youju.records.opening.models import OpeningFigure
from youju.records.verbs.record_verbs import record_add, record_edit, record_submit

_TWICE = _("%(name)s is already in row %(row)s: delete one of the two rows")
_SETTLED = _(
    "%(name)s is on record with %(value)s (%(state)s), and no workbook changes that: write the same, or have it "
    "returned or corrected on its page"
)
_STATE = _("%(name)s, %(unit)s: %(value)s, as of %(day)s")
_CHANGE = _("%(name)s, %(unit)s: now %(value)s, as of %(day)s")


class NobodyStates(YoujuError):
    code, status = "nobody-states", 422
    sentence = gettext_lazy(
        "an opening figure needs somebody who states it: read the workbook in on the page “Workbook”, or name the "
        "administrator by “--by”"
    )


@dataclass(frozen=True)
class OpeningState(Step):
    """Write the figure down and hand it in, in the name of whoever reads the workbook in."""

    told: OpeningRow
    figure: OpeningFigure | None

    def act(self, hands: Hands) -> None:
        if not isinstance(hands.actor, Member):
            raise NobodyStates()
        values = {**_values(self.told), "unit": hands.unit(self.told.unit)}
        if self.figure is None:
            values["title"] = title_of(self.told)
            record = record_add(kind=get_record_kind("opening"), values=values, actor=hands.actor)
        else:
            record = record_edit(record=self.figure, values=values, actor=hands.actor, version=self.figure.version)
        record_submit(record=record, actor=hands.actor)


def plan_opening(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan. What waits or is confirmed stays as it is."""
    measures = OpeningFigure.measures()
    there = {
        identity(
            measures[one.sort], one.unit.code, one.category, one.level, one.happened, one.title
        ): one
        for one in planning.present.openings
    }  # fmt: skip
    seen: dict[tuple[object, ...], int] = {}
    for told in read_opening(table, planning):
        first = seen.setdefault(told.known_by, told.row.number)
        if first != told.row.number:
            planning.fault(told.row.source("sort"), _TWICE, name=title_of(told), row=first)
        else:
            planning.steps += _steps(told, there.get(told.known_by), planning)


def title_of(told: OpeningRow) -> str:
    """The name of what is in force; of a total what it counts."""
    if told.title:
        return told.title
    sort = told.measure.categories.get(told.category)
    return f"{named(told.measure)}（{named(sort)}）" if sort else named(told.measure)


def _steps(told: OpeningRow, figure: OpeningFigure | None, planning: Planning) -> Iterator[Step]:
    value = f"{Decimal(told.quantity).scaleb(-told.measure.scale):f}{told.measure.word}"
    details = {
        "name": title_of(told), "unit": planning.unit_names.name(told.unit), "value": value, "day": told.day,
    }  # fmt: skip
    if figure is None:
        yield OpeningState((Line(told.row.source("sort"), Action.STATED, Said(_STATE, details)),), told, None)
    elif all(getattr(figure, name) == wanted for name, wanted in _values(told).items()):
        return
    elif figure.state in EDITABLE:
        yield OpeningState((Line(told.row.source("value"), Action.STATED, Said(_CHANGE, details)),), told, figure)
    else:
        said = {"name": figure.title, "value": str(figure.value), "state": figure.state_label}
        planning.fault(told.row.source("value"), _SETTLED, **said)


def _values(told: OpeningRow) -> dict[str, Any]:
    """What a row says of the figure itself."""
    return {
        "sort": told.measure.code, "category": told.category, "level": told.level, "quantity": told.quantity,
        "whole": told.whole, "happened": told.day, "counted_from": told.since, "document": told.document,
        "publisher": told.publisher,
    }  # fmt: skip
