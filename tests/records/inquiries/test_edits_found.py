"""Whoever changes a settled inquiry in its tables, beside the verbs, is found; an honest one raises nothing.

A settled inquiry stands in the ledger with four milestones: received, answered, given, settled. What is not in their
snapshots is under the digests that the log takes in.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models, transaction

from tests.records.inquiries.desk_of_inquiries import NOON, answered, assigned, at_desk, moved, reread, taken_in
from youju.ledger import log
from youju.ledger.reading import live_posts
from youju.lib import clock
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.inquiries.inquiry.answers import Answer
from youju.records.inquiries.inquiry.askers import Asker, AskerValues
from youju.records.inquiries.inquiry.beside_rows import Pause, Word
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.topic.models import Topic
from youju.records.inquiries.wording.models import Wording
from youju.records.reading.drift import drifted
from youju.records.sealing.committed import digest_post, flaws

# By which two who change a case at once are told apart; nothing else goes by it.
LOCK = "records.Ledgered.version"
TABLES: tuple[type[models.Model], ...] = (Ledgered, Inquiry, Answer, Pause, Word, Asker)


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


@pytest.fixture
def settled(office: SimpleNamespace) -> Inquiry:
    """With a pause, words both ways, an extension, two versions of the answer, and its asker; rows all digested."""
    topic = Topic.objects.create(code="fees", name="收费")
    inquiry = assigned(office, topic=topic, about_unit=office.hill)
    inquiry = moved(inquiry, "pause", office.alice, told_how="电话")
    with clock.at(NOON + timedelta(days=3)):
        inquiry = moved(inquiry, "supplement", office.alice, supplement="二年级三班。")
        inquiry = moved(inquiry, "extend", office.olga, extra=3)
        inquiry = answered(office, inquiry)
        inquiry = moved(inquiry, "update", office.alice, update="已转学校落实。")
        inquiry = moved(inquiry, "settle", office.alice)
    other_things(office)
    digest_post(actor="system")
    return inquiry


def other_things(office: SimpleNamespace) -> None:
    """To what a key may be changed: of all there is another one."""
    taken_in(office, asker=AskerValues())
    Topic.objects.create(code="bus", name="校车")
    Occasion.objects.create(code="o", sort=OccasionSort.EVENT, name="开学", unit=office.county)
    Wording.objects.create(code="w", name="用语", text="文")


def columns(model: type[models.Model]) -> list["models.Field[Any, Any]"]:
    """Its own, but for its key and the lock."""
    label = model._meta.label
    return [
        each for each in model._meta.local_concrete_fields if not each.primary_key and f"{label}.{each.name}" != LOCK
    ]


def other(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    """Another value that the column can hold."""
    now = getattr(row, field.attname)
    if isinstance(field, models.ForeignKey | models.OneToOneField):
        return field.related_model._default_manager.exclude(pk=now).values_list("pk", flat=True).first()
    if isinstance(field, models.BooleanField):
        return not now
    if isinstance(field, models.IntegerField):
        return (now or 0) + 1
    if isinstance(field, models.DateTimeField):
        return (now or NOON) + timedelta(hours=1)
    if isinstance(field, models.DateField):
        return (now or date(2025, 3, 1)) + timedelta(days=1)
    return f"{now or ''}改"[-(field.max_length or 9) :]


def found() -> object | None:
    """The first thing that is found, if any."""
    return next(chain(drifted(), flaws()), None)


def row_of(model: type[models.Model], inquiry: Inquiry) -> models.Model:
    key = "pk" if issubclass(model, Ledgered) else "record"
    row = model._default_manager.filter(**{key: inquiry.pk}).first()
    assert row is not None
    return row


def test_an_honest_one_with_four_milestones_raises_nothing(settled: Inquiry):
    assert {milestone for _ref, milestone in live_posts([settled.ref])} == {"received", "answered", "given", "settled"}
    assert (found(), list(log.verify())) == (None, [])


@pytest.mark.parametrize("model", TABLES, ids=[model.__name__ for model in TABLES])
def test_every_column_that_is_changed_is_found(settled: Inquiry, model: type[models.Model]):
    assert columns(model)
    row, missed = row_of(model, settled), []
    for field in columns(model):
        with transaction.atomic():
            changed = model._default_manager.filter(pk=row.pk).update(**{field.attname: other(field, row)})
            if not (changed and found()):
                missed.append(field.name)
            transaction.set_rollback(True)
    assert missed == []


@pytest.mark.parametrize("model", (Answer, Pause, Word), ids=lambda model: model.__name__)
def test_a_row_taken_out_or_put_in_is_found(settled: Inquiry, model: type[models.Model]):
    row = row_of(model, settled)
    with transaction.atomic():
        model._default_manager.filter(pk=row.pk).delete()
        assert found()
        transaction.set_rollback(True)
    assert found() is None and reread(settled.pk).state == "settled"
