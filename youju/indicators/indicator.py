"""An indicator: a declared formula over measures, with the card that says what it counts."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from youju.phrases import reads_chinese
from youju.records.counting.measures import Measure
from youju.records.heads.sections import Section
from youju.records.kinds import section_of

Shape = Literal["sum", "ratio", "distinct", "stock", "held", "last", "min", "each", "places", "mean"]
SHAPES: tuple[str, ...] = get_args(Shape)

# What came before the period still counts in them.
LASTING: tuple[str, ...] = ("stock", "held")

# They count units, persons, things, and not the quantities of a measure.
COUNTING: tuple[str, ...] = ("distinct", "held")

# What each of these reads is stated entry by entry.
STATED: tuple[str, ...] = ("last", "each", "places")

# What a counting indicator counts.
Counted = Literal["unit", "category", "occasion", "subject"]
COUNTED: tuple[str, ...] = get_args(Counted)

# Whose least, or whose quantity each: the persons' instead of the units' or the records'.
Over = Literal["subject"]
OVERS: tuple[str, ...] = get_args(Over)

# Whose facts: those of the unit itself, or also of every unit below it.
Scope = Literal["own", "subtree"]
SCOPES: tuple[str, ...] = get_args(Scope)


class Text(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        """The text in the language now active."""
        return self.zh if reads_chinese() else self.en


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Card:
    """The definition card 口径卡, shown wherever the figure opens."""

    counts: Text  # who or what is counted
    one: Text  # what counts as one: 人 or 人次, 户 or 户次
    basis: Text  # which records it rests on
    cutoff: Text  # up to which day
    owner: Text  # who answers for the definition
    method: Text = NO_TEXT  # how it was asked, where a reader must know; printed beside the figure


OPTIONAL_CARD_FIELDS: tuple[str, ...] = ("method",)
CARD_FIELDS: tuple[str, ...] = tuple(name for name in Card.__dataclass_fields__ if name not in OPTIONAL_CARD_FIELDS)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One definition. Filters are tuples of codes; an empty tuple lets everything through."""

    code: str
    name: Text
    shape: Shape
    card: Card
    scope: Scope
    measure: str = ""  # every shape but ratio
    part: tuple[str, ...] = ()  # ratio: the measures above the line, added up
    whole: tuple[str, ...] = ()  # ratio: the measures below it
    over: Over | Literal[""] = ""  # min, each: whose, instead of the units' or the records'
    expected: str = ""  # with over: the measure of what is due, person by person
    of: Counted | Literal[""] = ""  # distinct, held: what is counted
    category: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    unit_kind: tuple[str, ...] = ()
    word: Text = NO_TEXT  # measure word in print; English as "session|sessions"
    places: int = 2  # decimals of a ratio, a mean, or a sum that is printed in a larger unit
    per: int = 1  # sum, mean: how many of the measure make one of what is printed (60 minutes an hour)
    aliases: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()  # codes of what must always stand next to it
    group: str = ""  # the section it stands under on pages, if not that of its measure
    main: bool = False  # whether an officer's first screen shows it
    alike: bool = False  # compared with another period only where people were asked alike
    version: int = 1
    reads: tuple[Measure, ...] = field(default=(), repr=False, hash=False)  # its measures, in their order

    @property
    def zh(self) -> str:
        return self.name.zh

    @property
    def en(self) -> str:
        return self.name.en

    @property
    def measures(self) -> tuple[str, ...]:
        """Codes of the measures it reads: of a ratio the parts first, of what is due the dues last."""
        if self.shape == "ratio":
            return (*self.part, *self.whole)
        return (self.measure, self.expected) if self.over else (self.measure,)

    @property
    def section(self) -> Section:
        """The section that it stands under on pages."""
        return Section(self.group) if self.group else section_of(self.measures[0])

    @property
    def by_subject(self) -> bool:
        """Whether persons or things are told apart."""
        return self.shape == "mean" or "subject" in (self.of, self.over)

    @property
    def states(self) -> bool:
        """Whether it reads statements entry by entry, which are never added up over entries."""
        return self.shape in STATED and not self.over
