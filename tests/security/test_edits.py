"""Random single edits over every table that a page shows or a figure rests on: all found, or the column is free.

The tables are those of the program, not a list typed by hand; so are the free ones, each with its reason. Each edit
ends in a verdict that names the place. YOUJU_SOAK=1 makes five thousand instead of a few hundred, with rows in every
table.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from io import BytesIO
from random import Random
from types import SimpleNamespace
from typing import Any

import click
import pytest
from django.conf import settings
from django.db import connection, models, transaction

from tests.records.cast import DAY, people, session, verified, visits
from tests.records.test_change import amendment_asked, asked
from tests.security.edits import DOUBLES, Edit, done, edits
from tests.security.filled_tables import every_kind, every_table
from youju.cli.ledger import findings
from youju.evidence.store import receive
from youju.ledger import checkpoint, triggers
from youju.ledger.form import our_models
from youju.ledger.raw import lenient
from youju.ledger.reading import Entry, entries_of
from youju.orgs import audit
from youju.orgs.group_verbs import group_join, group_open
from youju.orgs.mergers import person_merge
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.occasions import Occasion, OccasionAlias
from youju.records.sealing import committed
from youju.records.sealing.snapshots import SnapshotItem
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.corrections import correction_accept
from youju.records.verbs.record_verbs import record_void

SOAK = bool(os.environ.get("YOUJU_SOAK"))
EDITS = 5000 if SOAK else 200
SEED = 20261128


@pytest.fixture
def office(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A correction, an amendment, a void, evidence, an erasure, a group, a merger, a draft, a digest."""
    roster = people(cast.hill, "王一", "李二", "赵三", "王一")
    group = group_open(code="hill-study", unit=cast.hill, sort="leading_group", name="中心组", keepers=[cast.bob],
                       actor=cast.alice)  # fmt: skip
    for person in roster[:3]:
        group_join(group=group, person=person, actor=cast.bob)
    person_merge(person=roster[3], into=roster[0], actor=cast.alice)
    spring = Occasion.objects.create(code="spring", sort="event", name="春季走访", unit=cast.county)
    OccasionAlias.objects.create(occasion=spring, name="春访")
    studied = session(cast.bob, cast.hill, roster[:3], roster[:2])
    counted = visits(cast.bob, cast.hill, partners=[cast.lake], occasion=spring)
    gone, mended, amended = (visits(cast.bob, cast.hill, number) for number in (3, 17, 40))
    file = receive(content=BytesIO("走访登记：青山小学。".encode()), name="走访登记.txt", received_by=cast.bob.token)
    evidence_attach(record=counted, actor=cast.bob, file=file, name="走访登记.txt", note="三月的登记表")
    for record in (studied, counted, gone, mended, amended):
        verified(record, cast.bob, cast.alice)
    record_void(record=gone, actor=cast.alice, reason="重复登记")
    correction_accept(correction=asked(cast, mended), record=mended, actor=cast.alice)
    amendment = amendment_asked(cast, amended, title="走访农户（三月）", value="40")
    correction_accept(correction=amendment, record=amended, actor=cast.alice)
    _erased(cast, counted)
    if SOAK:
        every_kind(cast, monkeypatch)
        every_table()
    visits(cast.bob, cast.hill, 99, happened=DAY)
    committed.digest_post(actor="system")
    checkpoint.checkpoint()
    triggers.remove()
    yield
    (settings.HOME / "ledger-checkpoint").unlink()  # the next test's log is another one


def _erased(cast: SimpleNamespace, record: Any) -> None:
    SnapshotItem.objects.filter(snapshot__record_ref=record.ref, name="note").update(salt=None, value=None)
    with transaction.atomic():
        audit.write(actor=cast.alice, action="item.erase", target=record.ref, item="note")


def test_every_random_edit_is_found_and_named(
    office: None, undone: Callable[[], AbstractContextManager[None]], capsys: pytest.CaptureFixture[str]
):
    if connection.vendor != "sqlite":
        pytest.skip("its columns take only values of their own type; test_tampering.py changes each of them")
    assert [finding.sentence for finding in findings(fast=False)] == []
    told: Counter[str] = Counter()
    silent, unnamed = [], []
    made = edits(Random(SEED), our_models())
    while sum(told.values()) < EDITS:
        edit = next(made)
        free = committed.is_free(edit.model, edit.column or "-") or _is_free_row(edit) or _is_working_paper(edit)
        names = _names(edit)
        with undone():
            if not done(edit):
                continue
            names |= _names(edit)  # a line that is moved damages the record that it lands in, too
            places = {finding.place for finding in findings(fast=False)}
        verdict = _verdict(edit, free, places, names)
        told[verdict] += 1
        silent += [edit] if verdict == "silent" else []
        unnamed += [f"{edit} {places}"] if verdict == "found, not named" else []
    with capsys.disabled():
        click.echo(f"\n{EDITS} edits: " + ", ".join(f"{count} {verdict}" for verdict, count in told.most_common()))
    assert (silent, unnamed) == ([], [])


def _verdict(edit: Edit, free: bool, places: set[str], names: set[str]) -> str:
    if places & names or (edit.sort == DOUBLES and any(_may_be_double(edit, place) for place in places)):
        return "found and named"
    if places:
        return "found, not named"
    if free:
        return "free"
    if edit.sort == DOUBLES and edit.model._meta.label in committed.APPENDED:
        return "added, not yet under a digest"
    return "silent"


def _may_be_double(edit: Edit, place: str) -> bool:
    """The double has a key of its own; a kind's double hangs on the record that happens to have that key."""
    return place.startswith(f"{edit.model._meta.db_table}#") or (issubclass(edit.model, Ledgered) and "-" in place)


def _is_free_row(edit: Edit) -> bool:
    """Whether the row is one of those that a table under digests leaves out."""
    with lenient():
        rows = edit.model._base_manager.filter(pk=edit.place.partition("#")[2]).values()
        return any(committed.is_left_out(edit.model, values) for values in rows)


def _is_working_paper(edit: Edit) -> bool:
    """Whether the row belongs to a record that was never verified."""
    refs = {name for name in _names(edit) if "-" in name}
    by_snapshot = not committed.is_covered(edit.model)
    return by_snapshot and bool(refs) and not any(entries_of(ref) for ref in refs if "#" not in ref)


def _names(edit: Edit) -> set[str]:
    """How damage to the row may be named: table and key, the entry, the record it belongs to, the file."""
    pk = edit.place.partition("#")[2]
    names = {edit.place, pk if edit.model is Entry else edit.place}
    for row in _read(edit.model, pk):
        names |= _of_row(row) | _below(row)
    return names


def _read(model: type[models.Model], pk: Any) -> list[models.Model]:
    """The row, if it is there, without its moments: damaged ones are no text that the driver could read."""
    moments = [field.name for field in model._meta.concrete_fields if isinstance(field, models.DateField)]
    with lenient():
        return list(model._base_manager.filter(pk=pk).defer(*moments))


def _below(row: models.Model) -> set[str]:
    """The rows that point to this one, and to nowhere once it is gone."""
    found = set()
    for relation in row._meta.related_objects:
        below = relation.related_model._base_manager.filter(**{relation.field.name: row.pk})
        with lenient():
            found |= {f"{relation.related_model._meta.db_table}#{pk}" for pk in below.values_list("pk", flat=True)}
    return found


def _of_row(row: models.Model) -> set[str]:
    values = {field.attname: vars(row).get(field.attname) for field in row._meta.concrete_fields}
    found = {
        str(values[name]) for name in ("ref", "record_ref", "entry_id", "sha256", "seq") if values.get(name) is not None
    }
    if row._meta.label == "ledger.Node":
        found.add("0")
    if row._meta.label == "ledger.RowDigest":
        found |= {f"audit-{values['seq']}", f"{values['table']}#{values['row']}", row._meta.db_table}
    if row._meta.label == "orgs.AuditRow":
        found.add(str(values["target"]))
    if row._meta.label == "orgs.Merger":
        found.add(f"merge-{values['gone']}")
    for field in row._meta.concrete_fields:
        owned = field.related_model and issubclass(field.related_model, Ledgered | SnapshotItem)
        if field.related_model and (owned or field.name == "snapshot"):
            # An edit may leave it pointing to nowhere: then there is no owner to name.
            found |= {
                name for owner in _read(field.related_model, getattr(row, field.attname)) for name in _of_row(owner)
            }
    return found
