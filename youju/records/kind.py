"""Kind: what the rest of the system knows of one sort of record or case."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from youju.ledger.facts import FactLine
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.counting.measures import Measure
from youju.records.declared.becoming import Becoming
from youju.records.declared.case_columns import DUE, IN_CHARGE, CaseColumn, CaseNarrow
from youju.records.declared.case_lists import CaseList
from youju.records.declared.needs import Need
from youju.records.declared.record_lists import OpeningList, RecordList
from youju.records.forms.line_sheet import LineSheet
from youju.records.forms.rows.sheet import row_sheets
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.sections import Section
from youju.records.heads.states import State
from youju.records.messages.reading import Reader
from youju.records.rights import units_to_decide_for

if TYPE_CHECKING:
    from youju.records.declared.deed import Deed
    from youju.records.declared.later import Lapse, Later
    from youju.records.declared.papers import PaperFile, Vouched
    from youju.records.forms.case_forms import MoveForm, OpenForm
    from youju.records.forms.record_form import RecordForm

Counted = tuple[Ledgered, tuple[FactLine, ...]]
"""A row with what posting it counts."""


class BadKind(Exception):
    """A kind that cannot be used; says which, and why."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Everything that is declared of a kind, in its own folder.

    code: as in references and addresses. help: one sentence on what belongs here. sorts: code and label of each
    value of the ``sort`` column, in the language now active; sort_label: what the column is called. own: whether
    the bureau's own measures are posted through it.
    every: whether it declares no measure and posts those of all other kinds, as opening figures do.
    withheld: which of its rows are kept from a member to whom unit and section are open, as a filter over the heads.
    withheld_sorts: the sorts of which alone some are withheld; empty for all of them.
    confidential: which of its rows stand in no text or file that is passed on, as a filter over the heads; for a reader
    who may take some of them along, fewer. unlisted: whether a member sees none of its rows listed behind a figure.
    comes_from: the column that names the row a row came from, if any: what is withheld or confidential there is
    so here too.
    headings: other names for the columns of its sheet. lines: further sheets, for what hangs on a row; those of the
    form's fields of rows are among them unsaid.
    refuses: asked before rows of any kind are posted, with the facts of each; raises what must not be counted beside
    what this kind has counted.
    asked: of rows that say what people answered, by their references: by what they were asked, as a digest; what was
    asked otherwise is not compared.
    deeds: what the kind tells on the page of a person, by the ids of its rows.
    told_by: words by which a group message is taken for one of this kind, beside the names of what it counts; a case is
    begun by a message only where its kind says some. reads: how fields of its form are read out of such a message;
    unit, day, title and sort are read for every kind.
    """

    code: str
    section: Section
    label: str | Promise
    help: str | Promise
    model: type[Ledgered]
    measures: tuple[Measure, ...] = field(repr=False)
    own: bool = False
    every: bool = False
    sort_label: str | Promise = ""
    sorts: Callable[[], dict[str, str]] = field(default=dict, repr=False)
    withheld: Callable[[Member], Q] | None = field(default=None, repr=False)
    withheld_sorts: tuple[str, ...] = ()
    confidential: Callable[[Member | None], Q] | None = field(default=None, repr=False)
    unlisted: Callable[[Member], bool] | None = field(default=None, repr=False)
    comes_from: str = ""
    refuses: "Callable[[Sequence[Counted]], None] | None" = field(default=None, repr=False)
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    lines: tuple[LineSheet, ...] = field(default=(), repr=False)
    asked: Callable[[Sequence[str]], Mapping[str, str]] | None = field(default=None, repr=False)
    deeds: "Callable[[Sequence[int]], Iterable[Deed]] | None" = field(default=None, repr=False)
    told_by: tuple[str, ...] = field(default=(), repr=False)
    reads: Mapping[str, Reader] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, kw_only=True)
class RecordKind(Kind):
    """A kind of what happened: it has a form in which it is written down, and wants some evidence beside it.

    later: milestones after verifying that somebody of the bureau brings about. lapse: the one that time brings.
    by_list: the list from outside whose lines become records of it, if there is one.
    shared: whether a unit and one above it may both tell of one thing, as of a contest, so that alike titles of one day
    are asked about.
    one_decision: whether one decision is about several units, each with a record of its own, so that it says nothing of
    a thing told twice that another unit's has it too.
    twins: what else may tell the same twice, of some records of the kind: the record's reference, what is in both in
    words, and the other's reference.
    officers_pages: pages on which officers of the section keep what its records name, by the name of their address;
    each takes the reference of a record as ``record``.
    """

    model: type[Record]
    form: "type[RecordForm]"
    needs: tuple[Need, ...] = ()
    later: "tuple[Later, ...]" = field(default=(), repr=False)
    lapse: "Lapse | None" = field(default=None, repr=False)
    by_list: RecordList | None = field(default=None, repr=False)
    shared: bool = False
    one_decision: bool = False
    twins: Callable[[Sequence[Record]], Iterable[tuple[str, str, str]]] | None = field(default=None, repr=False)
    officers_pages: Mapping[str, str | Promise] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", (*self.lines, *row_sheets(self.form)))


@dataclass(frozen=True, kw_only=True)
class CaseKind(Kind):
    """A kind of what runs: a form that opens it, and one that asks what its moves need.

    section is where its cases belong unless they come from something of another section; own_section: whether they
    never do. open_label: what the button that opens one says. opens_for: the units for which a member may open one, by
    section. files: whether evidence may come with the opening. columns, narrows: of its list. by_list: the list from
    outside by which its cases are moved, if there is one; opens_by_list: the one whose lines open some. pages: further
    pages of all its cases, by the name of their address. beside: what the
    template ``<code>/beside.html`` shows on a case's page besides, of the heads that the reader may read and by the
    page's parameters; beside_shows: the fields that are shown there, and not in the list of fields; beside_for: what of
    it depends on who reads. paper: what a case comes to as a file, None while there is none; the address behind which
    its code is put goes in. vouches: what a stranger is told of the paper with a code, None where no paper of the kind
    has it. becomes: the record that a case leads to.

    Raises BadKind where the model has a state of records: lists and checks go by ``state`` whatever the kind.
    """

    model: type[Case]
    opens: "type[OpenForm]"
    move_form: "type[MoveForm]"
    open_label: str | Promise = ""
    opens_for: Callable[[Member, str], QuerySet[Unit]] = field(default=units_to_decide_for, repr=False)
    files: bool = False
    own_section: bool = True
    columns: tuple[CaseColumn, ...] = field(default=(IN_CHARGE, DUE), repr=False)
    narrows: tuple[CaseNarrow, ...] = field(default=(), repr=False)
    by_list: CaseList | None = field(default=None, repr=False)
    opens_by_list: OpeningList | None = field(default=None, repr=False)
    pages: Mapping[str, str | Promise] = field(default_factory=dict, repr=False)
    beside: Callable[[Any, QuerySet[Ledgered], Mapping[str, str]], dict[str, Any]] | None = field(
        default=None, repr=False
    )

    beside_for: Callable[[Any, Member], dict[str, Any]] | None = field(default=None, repr=False)
    beside_shows: tuple[str, ...] = ()
    paper: "Callable[[Any, str], PaperFile | None] | None" = field(default=None, repr=False)
    becomes: Becoming | None = field(default=None, repr=False)
    vouches: "Callable[[str], Vouched | None] | None" = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if taken := sorted(set(self.model.STATES.values) & set(State.values)):
            raise BadKind(f"{self.code}: states of records, so no state of a case: {', '.join(taken)}")
        object.__setattr__(self, "lines", (*self.lines, *row_sheets(self.opens)))

    @property
    def form(self) -> "type[OpenForm]":
        """The form in which it is written down, as that of a record is."""
        return self.opens

    @property
    def beside_template(self) -> str:
        return f"{self.code}/beside.html"


SheetKind = RecordKind | CaseKind
"""What is written down in a form, and so in a sheet."""
