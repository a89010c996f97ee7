"""The explicit list of kinds. To add one: copy the folder of the kind most like it, and name it here.

The list names folders, not objects: Django must know the applications before any of their models can be imported,
and one list read twice cannot disagree with itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from youju.errors import NotFound
from youju.ledger.fetch import fetch_rows
from youju.records.registers.all_registers import register_categories

if TYPE_CHECKING:
    from youju.records.counting.measures import Measure
    from youju.records.heads.ledgered import Ledgered
    from youju.records.heads.sections import Section
    from youju.records.kind import CaseKind, Kind, RecordKind, SheetKind

FOLDERS = (
    "study.session",
    "study.report",
    "study.writers",
    "study.trip",
    "study.books",
    "study.guidance",
    "statistics.school_return",
    "activities.activity",
    "honours.award",
    "honours.round",
    "honours.nomination",
    "accreditation.holding",
    "accreditation.application",
    "publicity.item",
    "publicity.publication",
    "publicity.brief",
    "publicity.article",
    "volunteering.visit",
    "volunteering.register",
    "volunteering.team",
    "volunteering.service",
    "volunteering.certificate",
    "volunteering.recruitment",
    "reviews.meeting",
    "reviews.survey",
    "inquiries.incident",
    "inquiries.regular_meeting",
    "inquiries.public_comment",
    "inquiries.inspection",
    "inquiries.correction_letter",
    "statistics.statistic",
    "followup",
    "opening",
    "inquiries.inquiry",
    "standing.thing",
    "standing.upkeep",
)

# Packages above the records that post measures of their own; they declare them and their indicators as kinds do.
OTHERS = ("plans",)

# For the settings: each folder is a Django application with its tables, templates, texts and static files.
APPLICATIONS = tuple(f"youju.records.{folder}" for folder in FOLDERS)


def kind_files(name: str) -> tuple[Path, ...]:
    """The files of this name that kinds, and then other packages, have in their folders, in the order of the lists."""
    here = Path(__file__).parent
    folders = [*(here.joinpath(*folder.split(".")) for folder in FOLDERS), *(here.parent / name for name in OTHERS)]
    return tuple(folder / name for folder in folders if (folder / name).exists())


@cache
def other_measures() -> "dict[str, tuple[Measure, ...]]":
    """What packages that are no kinds declare, by the package."""
    from youju.records.counting.measures import (
        load_measures,  # as the kinds: it waits until Django knows the list above
    )

    return {name: load_measures(Path(__file__).parent.parent / name) for name in OTHERS}


def kind_modules(name: str) -> tuple[str, ...]:
    """The modules of this name that kinds have in their folders, as one imports them, in the order of the list."""
    there = {file.parent for file in kind_files(f"{name}.py")}
    return tuple(
        f"youju.records.{folder}.{name}" for folder in FOLDERS
        if Path(__file__).parent.joinpath(*folder.split(".")) in there
    )  # fmt: skip


def kind_folder(kind: "Kind") -> Path:
    """The folder that a kind of the list is declared in."""
    return Path(__file__).parent.joinpath(*FOLDERS[kinds().index(kind)].split("."))


@cache
def kinds() -> "tuple[Kind, ...]":
    """Every kind, in the order of the list."""
    return tuple(import_module(f"{application}.kind").KIND for application in APPLICATIONS)


@cache
def _by_code() -> "dict[str, Kind]":
    return {kind.code: kind for kind in kinds()}


def find_kind(code: str) -> "Kind | None":
    return _by_code().get(code)


def get_kind(code: str) -> "Kind":
    """The kind of this code. Raises NotFound."""
    kind = find_kind(code)
    if kind is None:
        raise NotFound()
    return kind


@cache
def record_kinds() -> "tuple[RecordKind, ...]":
    """The kinds that are written down in a form, in the order of the list."""
    from youju.records.kind import RecordKind  # its models wait until Django knows the list above

    return tuple(kind for kind in kinds() if isinstance(kind, RecordKind))


def get_record_kind(code: str) -> "RecordKind":
    """The kind of record of this code. Raises NotFound."""
    for kind in record_kinds():
        if kind.code == code:
            return kind
    raise NotFound()


@cache
def case_kinds() -> "tuple[CaseKind, ...]":
    """The kinds of what runs, in the order of the list."""
    from youju.records.kind import CaseKind

    return tuple(kind for kind in kinds() if isinstance(kind, CaseKind))


def get_case_kind(code: str) -> "CaseKind":
    """The kind of case of this code. Raises NotFound."""
    for kind in case_kinds():
        if kind.code == code:
            return kind
    raise NotFound()


def sheet_kinds() -> "tuple[SheetKind, ...]":
    """The kinds that have a sheet, in the order of the list."""
    from youju.records.kind import CaseKind, RecordKind

    return tuple(kind for kind in kinds() if isinstance(kind, RecordKind | CaseKind))


def get_sheet_kind(code: str) -> "SheetKind":
    """The kind with a sheet of this code. Raises NotFound."""
    for kind in sheet_kinds():
        if kind.code == code:
            return kind
    raise NotFound()


def kind_of(ref: str) -> "Kind | None":
    """The kind a reference belongs to, or None."""
    return find_kind(ref.partition("-")[0])


@cache
def declared_measures() -> "dict[str, Measure]":
    """Every measure that a kind or another package declares, by its code."""
    of_kinds = {measure.code: measure for kind in kinds() for measure in kind.measures}
    return of_kinds | {measure.code: measure for declared in other_measures().values() for measure in declared}


@cache
def _sections() -> "dict[str, Section]":
    from youju.records.heads.sections import Section

    return {measure.code: Section(measure.section or kind.section) for kind in kinds() for measure in kind.measures}


def section_of(measure: str) -> "Section":
    """Under which section a measure stands: its kind's unless it says another; the bureau's own under statistics."""
    from youju.records.heads.sections import Section

    return _sections().get(measure, Section.STATISTICS)


def all_measures() -> "dict[str, Measure]":
    """Every measure by its code with the categories that registers give it, the bureau's own in force last.

    One query, and one a register.
    """
    from youju.records.counting.own_measures import own_measures  # a table: it waits as the kinds' do

    filled = {code: with_register(measure) for code, measure in declared_measures().items() if measure.register}
    return declared_measures() | filled | own_measures()


def posted_measures() -> "dict[str, Measure]":
    """Those of them that records and cases post, and no other package. One query."""
    return {code: measure for code, measure in all_measures().items() if code not in _others()}


def _others() -> set[str]:
    return {measure.code for declared in other_measures().values() for measure in declared}


def find_measure(code: str) -> "Measure | None":
    """The measure of this code; a query only for one of the bureau's own, or whose categories a register gives."""
    if code.startswith("own."):
        return all_measures().get(code)
    measure = declared_measures().get(code)
    return with_register(measure) if measure and measure.register else measure


def with_register(measure: "Measure") -> "Measure":
    """A measure with the rows of its register among its categories; what it declares itself goes before them."""
    return replace(measure, categories=register_categories(measure.register, measure.code) | measure.categories)


def measures_of(kind: "Kind") -> "dict[str, Measure]":
    """The measures that a kind may post, by code."""
    if kind.every:
        return posted_measures()
    declared = {measure.code: measure for measure in kind.measures}
    return {code: measure for code, measure in all_measures().items() if _posts(kind, code)} if kind.own else declared


def find_posted(kind: "Kind", code: str) -> "Measure | None":
    """The measure of this code if the kind may post it; a query only for one of the bureau's own."""
    return find_measure(code) if _posts(kind, code) else None


def _posts(kind: "Kind", code: str) -> bool:
    own = kind.own and code.startswith("own.")
    return (kind.every and code not in _others()) or own or any(measure.code == code for measure in kind.measures)


def specific(heads: "list[Ledgered]") -> "list[Ledgered]":
    """The same things in the same order, each with its kind's own columns and all that its facts read.

    A few queries for each kind among them.
    """
    load_parts(rows := own_rows(heads))
    return rows


def own_rows(heads: "Sequence[Ledgered]") -> "list[Ledgered]":
    """The same things in the same order, each with its kind's own columns and what it has one of."""
    found: dict[int, Ledgered] = {}
    for code, alike in _by_kind(heads).items():
        model = get_kind(code).model
        rows = fetch_rows(model.objects, "pk", [head.pk for head in alike])
        found |= {row.pk: row for row in model.with_ones(rows)}
    return [found[head.pk] for head in heads]


def load_parts(rows: "Sequence[Ledgered]") -> None:
    """Load besides, in these rows of ``own_rows``, all that their items and facts read."""
    for code, alike in _by_kind(rows).items():
        get_kind(code).model.loaded(alike)


def _by_kind(rows: "Iterable[Ledgered]") -> "dict[str, list[Ledgered]]":
    found: dict[str, list[Ledgered]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return found
