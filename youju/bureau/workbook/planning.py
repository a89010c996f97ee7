"""A plan on its way: the bureau as it is, as it is to be, and what was found on the way."""

from dataclasses import dataclass, field

from youju.bureau.workbook.accounts import Accounts
from youju.bureau.workbook.lines import Step
from youju.bureau.workbook.people_names import PeopleNames
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.unit_names import UnitNames
from youju.errors import YoujuError
from youju.lib.sheets import Problem, Row, Said

AS_IS = "%(sentence)s"
"""The text of a sentence that is already in the reader's language."""


@dataclass
class Planning:
    """names of units, people and accounts: those that are there and those that the workbook brings."""

    present: Present
    unit_names: UnitNames
    people: PeopleNames
    accounts: Accounts
    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    proposals: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, present: Present) -> "Planning":
        return cls(present, UnitNames(present), PeopleNames(present), Accounts(present))

    def note(self, place: str, message: str, **details: object) -> None:
        """Say something that is no fault, but is to be looked at: what was left as it is, who may be there already."""
        self.notes.append(Problem(place, Said(message, details)))

    def propose(self, place: str, message: str, **details: object) -> None:
        """Say what was made up for a cell that was left empty, such as a code."""
        self.proposals.append(Problem(place, Said(message, details)))

    def fault(self, place: str, message: str, **details: object) -> None:
        self.problems.append(Problem(place, Said(message, details)))

    def refused(self, place: str, error: YoujuError) -> None:
        """Tell at a cell what a verb refuses."""
        self.problems.append(Problem(place, Said(AS_IS, {"sentence": str(error)})))

    def take(self, row: Row) -> bool:
        """Keep what a row's readers did not take; whether it can be planned with."""
        self.problems += row.problems
        return not row.problems
