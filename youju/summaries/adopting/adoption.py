"""What adopting a text gives: a template, which of its figures are bound, and which are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from youju.claims.judging.verdict import Verdict
from youju.claims.telling.checked import Checked, Choice, plain_value
from youju.indicators.figure import Figure
from youju.lib.periods import Period
from youju.orgs.units import Unit


class Bound(NamedTuple):
    """A figure of the text that became a token.

    number: its place among the figures of the text, from 1. line: of the template. said: what the text printed.
    printed: what the token prints for the text's own year, the same unless somebody chose the figure. accepted: the
    check did not find it supported, a person took it.
    """

    number: int
    line: int
    sentence: str
    said: str
    token: str
    figure: Figure
    verdict: Verdict
    printed: str
    accepted: bool = False

    def as_json(self) -> dict[str, object]:
        """The line that ``--json`` prints."""
        return {
            "number": self.number, "line": self.line, "said": self.said, "token": self.token, "printed": self.printed,
            "indicator": self.figure.indicator.code, "name": str(self.figure.indicator.name),
            "verdict": self.verdict.value, "value": plain_value(self.figure.value), "accepted": self.accepted,
        }  # fmt: skip


class Unbound(NamedTuple):
    """A figure that stays as it was typed, with why, and the nearest indicators to make a figure of it.

    at: where in the sentence it stands.
    """

    number: int
    line: int
    sentence: str
    said: str
    checked: Checked
    why: str
    choices: tuple[Choice, ...]
    at: int

    @property
    def around(self) -> tuple[str, str]:
        """The sentence before the figure and behind it."""
        return self.sentence[: self.at], self.sentence[self.at + len(self.said) :]

    def as_json(self) -> dict[str, object]:
        """The line that ``--json`` prints."""
        return {
            "number": self.number, "line": self.line, "said": self.said, "sentence": self.sentence,
            "verdict": self.checked.verdict.value, "why": self.why,
            "choices": [choice.as_json() | {"target": choice.target} for choice in self.choices],
        }  # fmt: skip


class Pointed(NamedTuple):
    """Words of the template to look at, and why."""

    line: int
    words: str
    why: str

    def as_json(self) -> dict[str, object]:
        """The line that ``--json`` prints."""
        return {"line": self.line, "words": self.words, "why": self.why}


@dataclass(frozen=True, slots=True)
class Adoption:
    """text: the template. of: the period that the source is about. dates: days of it that the text names.

    ending: who issued the source and when, as it says at its end; not in the template.
    """

    unit: Unit
    of: Period
    text: str
    bound: tuple[Bound, ...]
    unbound: tuple[Unbound, ...]
    dates: tuple[Pointed, ...]
    ending: str = ""

    @property
    def supported(self) -> int:
        """How many figures the check found supported."""
        return sum(one.verdict == Verdict.SUPPORTED for one in self.bound) + sum(
            one.checked.verdict == Verdict.SUPPORTED for one in self.unbound
        )


Chosen = Mapping[int, str]
"""What a person said a figure counts: the code of an indicator or a cell, by the figure's number."""
