"""What a workbook does to the tree of units, by the verbs of the tree."""

from dataclasses import dataclass
from datetime import date

from youju.bureau.workbook.lines import Hands, Step
from youju.orgs.tree_verbs import (
    NewUnit,
    unit_alias_add,
    unit_close,
    unit_merge,
    unit_move,
    unit_rename,
    units_add_many,
)


@dataclass(frozen=True)
class UnitsOpen(Step):
    units: tuple[NewUnit, ...]

    ground = True

    def act(self, hands: Hands) -> None:
        units_add_many(units=self.units, actor=hands.actor, reason=hands.reason)


@dataclass(frozen=True)
class _Changed(Step):
    """month: its first day; reason: what the row gives."""

    code: str
    month: date
    reason: str


@dataclass(frozen=True)
class UnitRename(_Changed):
    name: str
    short_name: str

    def act(self, hands: Hands) -> None:
        unit = hands.unit(self.code)
        unit_rename(
            unit=unit,
            name=self.name,
            short_name=self.short_name,
            month=self.month,
            actor=hands.actor,
            reason=self.reason,
        )


@dataclass(frozen=True)
class UnitMove(_Changed):
    parent: str

    def act(self, hands: Hands) -> None:
        unit, parent = hands.unit(self.code), hands.unit(self.parent)
        unit_move(unit=unit, parent=parent, month=self.month, actor=hands.actor, reason=self.reason)


@dataclass(frozen=True)
class UnitMerge(_Changed):
    into: str

    def act(self, hands: Hands) -> None:
        unit, into = hands.unit(self.code), hands.unit(self.into)
        unit_merge(unit=unit, into=into, month=self.month, actor=hands.actor, reason=self.reason)


@dataclass(frozen=True)
class UnitClose(_Changed):
    def act(self, hands: Hands) -> None:
        unit_close(unit=hands.unit(self.code), month=self.month, actor=hands.actor, reason=self.reason)


@dataclass(frozen=True)
class UnitAliases(Step):
    code: str
    names: tuple[str, ...]

    def act(self, hands: Hands) -> None:
        unit_alias_add(unit=hands.unit(self.code), names=self.names, actor=hands.actor)
