"""An indicator: a declared formula over measures, with the card that says what it counts."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from django.utils.translation import get_language

Shape = Literal["sum", "ratio", "distinct", "stock", "held", "last", "min", "each", "places"]
SHAPES: tuple[str, ...] = get_args(Shape)

# What came before the period still counts in them.
LASTING: tuple[str, ...] = ("stock", "held")

# They count units, persons, things, and not the quantities of a measure.
COUNTING: tuple[str, ...] = ("distinct", "held")

# What a counting indicator counts.
Counted = Literal["unit", "category", "occasion", "subject"]
COUNTED: tuple[str, ...] = get_args(Counted)

# Whose facts: those of the unit itself, or also of every unit below it.
Scope = Literal["own", "subtree"]
SCOPES: tuple[str, ...] = get_args(Scope)


class Text(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        """The text in the language now active."""
        return self.en if (get_language() or "").startswith("en") else self.zh


@dataclass(frozen=True, slots=True)
class Card:
    """The definition card 口径卡, shown wherever the figure opens."""

    counts: Text  # who or what is counted
    one: Text  # what counts as one: 人 or 人次, 户 or 户次
    basis: Text  # which records it rests on
    cutoff: Text  # up to which day
    owner: Text  # who answers for the definition


NO_TEXT = Text("", "")

CARD_FIELDS: tuple[str, ...] = tuple(Card.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One definition. Filters are tuples of codes; an empty tuple lets everything through."""

    code: str
    name: Text
    shape: Shape
    card: Card
    scope: Scope
    measure: str = ""  # every shape but ratio
    part: str = ""  # ratio: the measure above the line
    whole: str = ""  # ratio: the measure below it
    of: Counted | Literal[""] = ""  # distinct, held: what is counted
    category: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    unit_kind: tuple[str, ...] = ()
    word: Text = NO_TEXT  # measure word in print; English as "session|sessions"
    places: int = 2  # decimals of a ratio
    aliases: tuple[str, ...] = ()

    @property
    def zh(self) -> str:
        return self.name.zh

    @property
    def en(self) -> str:
        return self.name.en

    @property
    def measures(self) -> tuple[str, ...]:
        """Codes of the measures it reads."""
        return (self.part, self.whole) if self.shape == "ratio" else (self.measure,)
