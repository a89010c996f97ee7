"""What every kind must keep, asked of each by its own sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models
from openpyxl import load_workbook

from tests.records.cast import DAY, make_cast, member, study_group
from youju.ledger.reading import live_posts
from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.people import Person
from youju.records import kinds as listed
from youju.records.case_rights import may_move
from youju.records.heads.case import Case, path_to
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.kind import CaseKind, Kind, RecordKind, SheetKind
from youju.records.kinds import all_measures, get_kind, kinds, measures_of, record_kinds, sheet_kinds
from youju.records.reading.drift import drifted
from youju.records.sheets.columns import field_columns
from youju.records.sheets.exporting import export_of
from youju.records.sheets.reading import Change, read_records
from youju.records.sheets.template import write_kind_template
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.postings import declared_facts, fresh
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify, record_void

# Columns that only verbs write, each told by the head's own content or by another column.
_VERBS_OWN = (
    {"StudySession.roster_of", "StudySession.made_up_by", "StudySession.made_up_on"}
    | {"StudySession.complete_on", "StudySession.planned_by"}
    | {
        f"Certificate.{column}"
        for column in ("noticed_on", "served", "year", "number", "code", "code_digest", "issued_on")
    }
    | {"Round.chosen", "Round.panel_closed_on"}
    | {
        f"Nomination.{column}"
        for column in ("points", "scored_by", "certificate_year", "certificate_number", "code", "code_digest")
    }
    | {
        f"Inquiry.{column}"
        for column in (
            "number",
            "rule_name",
            "days",
            "day_type",
            "extension",
            "decline_days",
            "settle_days",
            "settle_type",
            "update_days",
            "review_days",
            "answer_due",
            "provisional",
            "accepted_on",
            "answered_on",
            "on_time",
            "work_days",
            "last_word_on",
            "settled_on",
            "reopened_on",
            "again_on",
            "review_asked_on",
            "reviewed_on",
            "solved_asked_on",
            "inner",
        )
    }
    | {f"Article.{reader}_reader" for reader in ("first", "second", "final")}
    | {"Article.published_at"}
    | {"Application.begins_from", "Survey.least"}
    | {f"CorrectionLetter.{column}" for column in ("year", "number", "issued_on")}
    | {f"{kind.model.__name__}.{column}" for kind in record_kinds() for later in kind.later for column in later.columns}
)

# What must stand before a case of the kind can be opened, or go on to where it posts.
_RESTS_ON = {"certificate": "service", "nomination": "round"}

# Lists are narrowed by what somebody wants, and nothing counts by it: accusations would have a figure of their own.
_NOT_COUNTED_BY_SORT = {"inquiry"}

KINDS = [pytest.param(kind, id=kind.code) for kind in kinds()]
SHEETS = [pytest.param(kind, id=kind.code) for kind in sheet_kinds()]
RECORDS = [pytest.param(kind, id=kind.code) for kind in kinds() if isinstance(kind, RecordKind)]


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    cast = make_cast()
    study_group(cast.hill, [Person.objects.create(name=name) for name in ("王一", "李二", "赵三")])
    return cast


def sample(kind: Kind, office: SimpleNamespace) -> dict[str, Any]:
    values: dict[str, Any] = _sample_of(kind).sample(office.hill, DAY)
    return values


def _sample_of(kind: Kind) -> Any:
    folder = dict(zip((each.code for each in kinds()), listed.APPLICATIONS, strict=True))[kind.code]
    return import_module(f"{folder}.sample")


def written(kind: Kind, office: SimpleNamespace) -> Ledgered:
    """The sample, as far as it goes by one member alone."""
    if kind.code in _RESTS_ON:
        posted(get_kind(_RESTS_ON[kind.code]), office)
    values = sample(kind, office)
    if isinstance(kind, CaseKind):
        return case_open(kind=kind, values=values, actor=office.alice)
    assert isinstance(kind, RecordKind)
    return record_add(kind=kind, values=values | {"late_reason": "补录"}, actor=office.bob)


def posted(kind: Kind, office: SimpleNamespace) -> Ledgered:
    row = written(kind, office)
    if isinstance(kind, RecordKind):
        record_submit(record=row, actor=office.bob)  # type: ignore[arg-type]  # a kind of record makes records
        record_verify(record=row, actor=office.alice)  # type: ignore[arg-type]  # as above
    elif isinstance(row, Case) and not row.standing():
        officers = [member(name, office.county, Role.OFFICER, Role.SIGNER) for name in ("olga", "otto", "odile")]
        _move_on(row, officers, _sample_of(kind), office.alice)
    return fresh(row)


def _move_on(case: Case, officers: list[Member], told: Any, other: Member) -> None:
    """The moves that lead to the first that posts, a month apart: some wait for a notice to run out.

    Each is made by the first of the officers who may: reviews are made by different ones. told: the module of the
    sample, which may say what another member has to do ``meanwhile``.
    """
    to = next(move.to for moves in case.MOVES.values() for move in moves.values() if move.posts)
    for months, action in enumerate(path_to(type(case), to) or (), 1):
        with clock.at(clock.now() + timedelta(days=31 * months)):
            if hasattr(told, "meanwhile"):
                told.meanwhile(fresh(case), other)
            there = fresh(case)
            assert isinstance(there, Case)
            actor = next(officer for officer in officers if may_move(officer, there, there.moves[action]))
            case_move(case=there, action=action, actor=actor, version=months)


def _own_columns(kind: Kind) -> Iterator[models.Field[Any, Any]]:
    return (field for field in kind.model._meta.local_fields if not field.primary_key)


@pytest.mark.parametrize("kind", KINDS)
def test_each_column_is_edited_or_the_verbs_own(kind: Kind):
    left = {
        f"{kind.model.__name__}.{field.name}" for field in _own_columns(kind) if field.name not in kind.model.EDITED
    }
    assert left <= _VERBS_OWN
    names = {field.name for field in kind.model._meta.get_fields()}
    assert set(kind.model.EDITED) <= names


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_what_is_read(kind: Kind, office: SimpleNamespace):
    row = written(kind, office)
    assert fresh(row).says(sample(kind, office))


def _told(row: models.Model) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if name != "_state" and not name.startswith("_prefetched")}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_loaded_at_once_is_what_django_would_load(kind: Kind, office: SimpleNamespace):
    row = posted(kind, office)
    row.partners.set([office.lake, office.county])
    loaded = fresh(row)
    plain = kind.model._base_manager.get(pk=row.pk)
    assert _told(loaded) == _told(plain)
    models.prefetch_related_objects([plain], *kind.model.related())
    asked = {name.partition("__")[0] for name in kind.model.related()}
    severals = [name for name in asked if hasattr(getattr(plain, name), "all")]
    assert set(severals) <= set(vars(loaded)["_prefetched_objects_cache"])
    for name in severals:
        assert [_told(each) for each in getattr(loaded, name).all()] == [
            _told(each) for each in getattr(plain, name).all()
        ]
        assert getattr(loaded, name).filter(pk=None).count() == 0  # it may be narrowed still, by a query
        assert getattr(loaded, name).order_by("pk").count() == getattr(plain, name).count()


@pytest.mark.parametrize("kind", KINDS)
def test_each_column_is_in_the_content_that_is_committed_to(kind: Kind, office: SimpleNamespace):
    row = posted(kind, office)
    milestones = row.standing() if isinstance(row, Case) else (VERIFIED,)
    every = {*milestones, *_milestones(kind)}
    before = {name: row.items(name, []) for name in every}
    for field in _own_columns(kind):
        if f"{kind.model.__name__}.{field.name}" in _VERBS_OWN:
            continue
        if field.is_relation:
            continue  # the code of what it names stands in the content: an id that leads nowhere has none
        changed = fresh(row)
        setattr(changed, field.attname, _other(field, getattr(changed, field.attname)))
        assert any(changed.items(name, []) != before[name] for name in every), field.name


def _milestones(kind: Kind) -> set[str]:
    """All milestones that a kind's moves name."""
    moves = getattr(kind.model, "MOVES", {}).values()
    return {name for each in moves for move in each.values() for name in move.posts}


def _other(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateTimeField):
        return datetime(2001, 2, 3, tzinfo=UTC)
    if isinstance(field, models.DateField):
        return date(2001, 2, 3)
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    return f"{value or ''}x"


@pytest.mark.parametrize("kind", KINDS)
def test_names_in_the_content_are_unique(kind: Kind, office: SimpleNamespace):
    row = posted(kind, office)
    for milestone in row.standing():
        names = Counter(name for name, _value in row.items(milestone, []))
        assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_posts_what_it_declares_and_all_holds(kind: Kind, office: SimpleNamespace):
    row = posted(kind, office)
    assert {milestone for _ref, milestone in live_posts([row.ref])} == set(row.standing())
    assert any(declared_facts(row, milestone, {}) for milestone in row.standing())
    assert list(drifted()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_its_sorts_are_those_it_counts_by(kind: Kind, office: SimpleNamespace):
    sort = posted(kind, office).sort
    sorts = set(kind.sorts())  # asked after: where the sorts are rows of a register, the sample adds its own
    by_category = {code for measure in kind.measures for code in all_measures()[measure.code].categories}
    if kind.code in _NOT_COUNTED_BY_SORT:
        assert not sorts & by_category
    else:
        assert not sorts or sorts <= by_category or sorts <= set(measures_of(kind))
    assert sort in sorts | {""}


@pytest.mark.parametrize("kind", SHEETS)
def test_each_field_of_its_form_has_a_column_or_a_sheet(kind: SheetKind):
    told = {column.name for column in field_columns(kind)} | {name for line in kind.lines for name in line.fields}
    assert set(kind.form.base_fields) - {*kind.form.NEVER} == told


@pytest.mark.parametrize("kind", SHEETS)
def test_its_sheet_comes_back_as_it_went_out(kind: SheetKind, office: SimpleNamespace):
    written(kind, office)
    content, actor = BytesIO(), office.alice if isinstance(kind, CaseKind) else office.bob
    export_of(kind=kind, actor=actor).write_xlsx(content)
    reading = read_records(kind=kind, content=content, actor=actor)
    assert [str(problem) for problem in reading.problems] == []
    assert [entry.change for entry in reading.entries] == [Change.SAME]


@pytest.mark.parametrize("kind", SHEETS)
def test_its_template_names_every_column_once(kind: SheetKind, office: SimpleNamespace):
    content = BytesIO()
    write_kind_template(content, kind=kind, unit=office.hill)
    page = load_workbook(content).worksheets[1]
    heads = [str(cell.value).removesuffix("*") for cell in page[1]]
    assert len(heads) == len(set(heads)) > len(field_columns(kind))


@pytest.mark.parametrize("kind", RECORDS)
def test_voiding_takes_all_of_it_back(kind: RecordKind, office: SimpleNamespace):
    row = posted(kind, office)
    record_void(record=row, actor=office.alice, reason="重复")  # type: ignore[arg-type]  # a kind of record makes records
    assert live_posts([row.ref]) == {}
    assert list(drifted()) == []
