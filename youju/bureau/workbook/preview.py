"""What a workbook would change, looked at before it is done."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from django.utils import translation

from youju.bureau.workbook.lines import Action, Line
from youju.errors import problem_text
from youju.lib.sheets import Problem


class Preview(NamedTuple):
    """What is said in the order of the file.

    notes: what is to be looked at; proposals: what was made up for cells that were left empty. problems: every fault;
    where there is one nothing is changed.
    """

    lines: tuple[Line, ...]
    notes: tuple[Problem, ...]
    proposals: tuple[Problem, ...]
    problems: tuple[Problem, ...]

    @property
    def changes(self) -> int:
        """How many things change."""
        return sum(line.things for line in self.lines)

    def by_action(self) -> list[tuple[Action, int, list[Line]]]:
        """What becomes of things: how many, and the lines that tell of them."""
        grouped: dict[Action, list[Line]] = defaultdict(list)
        for line in self.lines:
            grouped[line.action].append(line)
        return [
            (action, sum(line.things for line in grouped[action]), grouped[action])
            for action in Action
            if action in grouped
        ]

    @property
    def digest(self) -> str:
        """The same as long as the same file changes the same things."""
        with translation.override("en"):
            texts = [f"{line.place}\t{line.action.name}\t{problem_text(line.said)}" for line in self.lines]
        return sha256("\n".join(texts).encode()).hexdigest()


def in_file_order(problems: Iterable[Problem], sheets: Iterable[str]) -> tuple[Problem, ...]:
    """Sheet by sheet, row by row, column by column; each place and sentence once."""
    order = {name: place for place, name in enumerate(sheets)}

    def place(problem: Problem) -> tuple[int, int, int, str]:
        sheet, letters, row = _cell(problem.source)
        return order.get(sheet or problem.source, -1), row, len(letters), letters

    unique = {(problem.source, str(problem.said)): problem for problem in problems}
    return tuple(sorted(unique.values(), key=place))


def down_a_column(problems: Iterable[Problem]) -> list[Problem]:
    """The same, where one fault in rows that follow each other is told once: ``sheet!B7:B31``."""
    told: list[Problem] = []
    runs: dict[tuple[str, str, str], tuple[int, int]] = {}  # of a column and sentence: the row below, its place here
    for problem in problems:
        sheet, letters, row = _cell(problem.source)
        key = (sheet, letters, str(problem.said))
        below, at = runs.get(key, (0, len(told)))
        if row and row == below:
            first = told[at].source.partition(":")[0]
            told[at] = Problem(f"{first}:{letters}{row}", problem.said)
        else:
            at = len(told)
            told.append(problem)
        runs[key] = (row + 1, at)
    return told


def _cell(source: str) -> tuple[str, str, int]:
    """Sheet, column and row of a place; nothing and 0 where it names none."""
    sheet, _mark, cell = source.rpartition("!")
    letters = cell.rstrip("0123456789")
    return sheet, letters, int(cell[len(letters) :] or 0)
