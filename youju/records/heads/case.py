"""Case: something that runs, from its opening through moves to its end, with somebody in charge and a day it is due.

What has been done with a case is told by its audit rows (``steps_of``): they are the one history, append-only and
under the ledger's digests; there is no second one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, ClassVar, NamedTuple

from django.db import models
from django.utils.functional import Promise

from youju.errors import YoujuError
from youju.gate.outgoing import Outgoing
from youju.ledger.facts import FactLine
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.heads.record import instant_text

OPENED = "case.open"
MOVED = "case.move"
# The right of a move that time makes.
CLOCK = "clock"


class Move(NamedTuple):
    """One thing that may be done with a case in a state.

    to: the state afterwards. right: who may, a name in records/case_rights.py. posts, takes_back: milestones.
    reason: whether one must be given. asks: the fields of the kind's move form that are filled in with it.
    files: whether evidence may come with it. posts and takes_back tell what the row's ``standing`` brings about.
    tells: whether whoever has to act next is told; not of a move that is made many times and leaves nothing to do.
    page: the name of the page on which it is made, where its fields are too many for the page of the case.
    """

    label: str | Promise
    to: str
    right: str
    posts: tuple[str, ...] = ()
    takes_back: tuple[str, ...] = ()
    reason: bool = False
    asks: tuple[str, ...] = ()
    files: bool = False
    tells: bool = True
    page: str = ""


Moves = Mapping[str, Mapping[str, Move]]


class Led(NamedTuple):
    """A case of another kind that a move opens. kind: its code; values: cleaned values of its form.

    None is opened where one of the same unit and title that is due on the same day runs already, so that a move that
    is made again does not ask for the same thing twice.
    """

    kind: str
    values: Mapping[str, Any]


# Whose moves are their own affair, and wait for nobody's decision.
_OWN = ("owner", "recorder", "invited")


class Case(Ledgered):
    """The form that every kind of case takes. ``case_move`` does all of its moves; nothing else changes it.

    A kind says its states, its moves as data, and for each milestone its own content and facts. What is in the
    ledger follows from ``standing``: what has come to stand is posted, what no longer stands is taken back.
    """

    STATES: ClassVar[type[models.TextChoices]]
    MOVES: ClassVar[Moves]
    FIRST: ClassVar[str]  # the state in which it is opened
    # Rights of the kind's own, beside those of case_rights.py: who may make a move, asked of a member and a case.
    RIGHTS: ClassVar[Mapping[str, Callable[[Any, Any], bool]]] = {}
    # Columns of the head that else belong to records and that its moves write, as who confirmed it.
    HEADS: ClassVar[tuple[str, ...]] = ()
    # Columns of which a step says what they hold now, where it changed them.
    NOTED: ClassVar[tuple[str, ...]] = ("unit", "owner", "due_on")
    # What is done with it besides its moves, in words, by the name that stands in the audit row.
    STEPS: ClassVar[Mapping[str, str | Promise]] = {}

    class Meta:
        abstract = True

    @property
    def state_label(self) -> str:
        return str(self.STATES(self.state).label) if self.state in self.STATES.values else self.state

    @property
    def moves(self) -> Mapping[str, Move]:
        """What may be done with it in its present state, by action."""
        return self.MOVES.get(self.state, {})

    @classmethod
    def running(cls) -> tuple[str, ...]:
        """The states in which somebody has something to do: not every move from there takes something back."""
        return tuple(state for state, moves in cls.MOVES.items() if not all(m.takes_back for m in moves.values()))

    @classmethod
    def owed(cls) -> tuple[str, ...]:
        """The states in which the owner has to act; in the others of ``running`` somebody else has."""
        return tuple(state for state, moves in cls.MOVES.items() if any(m.right == "owner" for m in moves.values()))

    @classmethod
    def handed_back(cls) -> tuple[str, ...]:
        """The states to which others brought it and in which whoever recorded it has to act, and nobody else can."""
        recorded = {state for state, moves in cls.MOVES.items() if all(m.right == "recorder" for m in moves.values())}
        return tuple(state for state in cls.running() if state in recorded and state != cls.FIRST)

    @classmethod
    def waiting(cls) -> tuple[str, ...]:
        """The states in which somebody other than the owner and whoever recorded it has to decide."""
        deciding = {state for state, moves in cls.MOVES.items() if any(m.right not in _OWN for m in moves.values())}
        return tuple(state for state in cls.running() if state in deciding and state not in cls.owed())

    @classmethod
    def timed(cls) -> tuple[str, ...]:
        """The states in which a day due that has passed makes it late: those in which its owner has to act."""
        return cls.owed()

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done with before ``today``."""
        return self.state in self.timed() and self.due_on is not None and self.due_on < today

    def red_word(self, today: date) -> str:
        """What stands in red beside its state, besides that it is late; nothing unless a kind says so."""
        return ""

    def turn(self) -> Iterable[Member | None]:
        """Who has to act while it runs: the owner where it is theirs to do, else whoever opened it."""
        return (self.owner if self.state in self.owed() else self.author,)

    @property
    def over(self) -> bool:
        return self.state not in self.running()

    def items(self, milestone: str, attachments: Iterable[Attachment]) -> list[Item]:
        return [
            ("ref", self.ref),
            ("kind", self.kind),
            ("section", self.section),
            ("milestone", milestone),
            ("sort", self.sort),
            ("unit", self.unit.code),
            ("partners", " ".join(sorted(unit.code for unit in self.partners.all()))),
            ("title", self.title),
            ("happened", self.happened.isoformat()),
            ("due_on", self.due_on.isoformat() if self.due_on else None),
            ("occasion", self.occasion.code if self.occasion else None),
            ("note", self.note),
            ("author", self.author.token),
            ("owner", self.owner.token if self.owner else None),
            ("created_at", instant_text(self.created_at)),
            *self.own_items(milestone),
            *((f"evidence/{place}", attachment.text) for place, attachment in enumerate(attachments, 1)),
        ]

    def own_items(self, milestone: str) -> list[Item]:
        """What the kind itself adds to the content of a milestone: what had come about by then."""
        raise NotImplementedError

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """What a milestone counts. A part of a ratio bears the day of its whole, which is ``happened``."""
        raise NotImplementedError

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Columns of the head that a move sets besides what it asks, by name; none unless a kind says so."""
        return {}

    def concerns(self, member: Any) -> bool:
        """Whether this member has a part in the case that keeps them from deciding it; never, unless a kind says so."""
        return False

    def obstacle(self, action: str) -> YoujuError | None:
        """What keeps a move from being made for now, though state and right allow it; the verb raises it.

        A page does not offer the move meanwhile. None unless a kind says so.
        """
        return None

    def said(self, text: str, reader: Any) -> str:
        """What was typed on the way, as a reason of a step, as far as a reader of the case may know; all of it, unless
        a kind says so.
        """
        return text

    def speaks_for_asker(self, member: Any) -> bool:
        """Whether a member stands for the person outside whose case it is; never, unless a kind says so."""
        return False

    def leads_to(self, action: str, actor: Any) -> Sequence[Led]:
        """The cases of other kinds that a move opens, as it is made; none unless a kind says so."""
        return ()

    def goes_out(self, action: str) -> Outgoing | None:
        """What a move makes public, with the row as the move has left it; None where it makes nothing public.

        The publication gate must have let exactly this through.
        """
        return None

    def begins_record(self) -> Any:
        """The member in whose name the record is begun that it leads to: whoever opened it, unless a kind says so."""
        return self.author

    def moved(self, action: str, *, actor: Any) -> None:
        """Bring about what a move means beside the row itself, before it is posted; nothing unless a kind says so."""


def path_to(model: type[Case], state: str) -> tuple[str, ...] | None:
    """The fewest actions that lead from a case's beginning to a state, taking nothing back; None where none do."""
    ways: dict[str, tuple[str, ...]] = {model.FIRST: ()}
    waiting = [model.FIRST]
    while waiting:
        there = waiting.pop(0)
        for action, move in model.MOVES.get(there, {}).items():
            if move.to not in ways and not move.takes_back:
                ways[move.to] = (*ways[there], action)
                waiting.append(move.to)
    return ways.get(state)


class Step(NamedTuple):
    """One move that was made. ``actor`` is a token. noted: what it changed of the kind's NOTED, see ``changes.py``."""

    at: datetime
    actor: str
    action: str
    to: str
    reason: str
    noted: Mapping[str, str]


def steps_of(case: Case) -> list[Step]:
    """What was done with a case, oldest first; the opening is its first step."""
    rows = AuditRow.objects.filter(target=case.ref, action__in=(OPENED, MOVED)).order_by("pk")
    return [
        Step(
            row.at,
            row.actor,
            row.detail.get("move", ""),
            row.detail.get("to", ""),
            row.detail.get("reason", ""),
            {name: row.detail[name] for name in case.NOTED if name in row.detail},
        )
        for row in rows
    ]


class Back(NamedTuple):
    """Why a case is back with whoever has to act. how: "returned", "reopened" or "passed" on by a colleague."""

    how: str
    reason: str


def came_back(cases: Sequence[Case], reader: Member) -> dict[str, Back]:
    """Why those of the cases came back whose last move refused something, as far as the reader may know, by their
    references. At most one query, but for what the kind asks about the reader.

    Only for those in whose state it is the owner's or the recorder's turn: others are told by the history alone. Nobody
    is told why of what they did themselves, as of going on with a paused one.
    """
    theirs = {case.ref: case for case in cases if case.state in (*type(case).owed(), *type(case).handed_back())}
    if not theirs:
        return {}
    rows = AuditRow.objects.filter(target__in=theirs, action=MOVED).order_by("pk")
    last = {row.target: row for row in rows}
    others = {ref: row.detail for ref, row in last.items() if row.actor != reader.token}
    return {
        ref: Back(_how(theirs[ref], detail["move"]), theirs[ref].said(detail["reason"], reader))
        for ref, detail in others.items()
        if detail.get("reason") and detail.get("move") not in telling_actions(theirs[ref])
    }


def _how(case: Case, action: str) -> str:
    made = [moves[action] for moves in case.MOVES.values() if action in moves]
    if not made:
        return "passed"
    return "reopened" if any(move.takes_back for move in made) else "returned"


def telling_actions(case: Case) -> set[str]:
    """The moves whose reason goes with what was done, and is not all that was said, as where something is refused."""
    moves = [each for state in case.MOVES.values() for each in state.items()]
    return {action for action, move in moves if move.asks or not move.tells}
