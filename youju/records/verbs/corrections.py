"""Corrections (更正) and amendments (补充): new content of a verified record, asked by one, decided by another.

Accepting a correction voids the old posting and posts the new values in one transaction, so that a figure never
blinks. Accepting an amendment leaves the facts and commits to the new text.
"""

from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from youju.errors import NotAllowed
from youju.ledger.log import Entry
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.reasons import given_reason
from youju.orgs.units import Unit
from youju.records.alerts import AlertSort, alert
from youju.records.errors import (
    CorrectionWaiting,
    FactsWouldChange,
    NothingChanged,
    OwnRecord,
    ValuesRefused,
    WrongState,
)
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.moving import move
from youju.records.heads.record import VERIFIED, Record
from youju.records.heads.states import State
from youju.records.kind import RecordKind
from youju.records.kinds import get_record_kind
from youju.records.rights import is_alone, own_to_decide, reached_units
from youju.records.verbs.postings import fresh, post_standing, recommit, withdraw
from youju.records.verbs.record_verbs import all_facts, changes_facts, write


class CorrectionState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class ChangeSort(models.TextChoices):
    """What a change does to the facts. The words begin the actions of the audit rows."""

    CORRECTION = "correction", _("correction")
    AMENDMENT = "amendment", _("amendment")


class Correction(models.Model):
    """What was typed into the kind's form, kept until somebody else has decided."""

    record_ref = models.CharField(max_length=40, db_index=True)
    sort = models.CharField(max_length=12, choices=ChangeSort.choices, default=ChangeSort.CORRECTION)
    data = models.JSONField(_("values"))
    reason = models.CharField(_("reason"), max_length=400)
    asked_by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"), default=clock.now)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=CorrectionState.choices, default=CorrectionState.WAITING)
    decided_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by"))
    decided_at = models.DateTimeField(_("decided"), null=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        constraints = [
            models.UniqueConstraint(
                fields=["record_ref"], condition=Q(state="waiting"), name="one_waiting_correction_per_record"
            ),
        ]

    def __str__(self) -> str:
        return self.record_ref

    def form_for(self, kind: RecordKind, record: Ledgered) -> Any:
        """The kind's form filled with the asked values, as the asker would see it."""
        return kind.form(MultiValueDict(self.data), instance=record, actor=self.asked_by)


@transaction.atomic
def correction_ask(
    *,
    record: Record,
    data: dict[str, list[str]],
    actor: Member,
    version: int,
    reason: str,
    sort: str = ChangeSort.CORRECTION,
) -> Correction:
    """Ask that a verified record be corrected or amended. data: the form's raw values, already seen to be valid.

    Raises WrongState, CorrectionWaiting, ReasonMissing; FactsWouldChange where an amendment would touch a figure.
    """
    reason = given_reason(reason)
    move(record, [State.VERIFIED], {"version": version}, version=version)
    if Correction.objects.filter(record_ref=record.ref, state=CorrectionState.WAITING).exists():
        raise CorrectionWaiting(title=record.title)
    correction = Correction(
        record_ref=record.ref, sort=sort, data=data, reason=reason,
        asked_by=actor, version=version, asked_at=clock.now(),
    )  # fmt: skip
    if sort == ChangeSort.AMENDMENT and changes_facts(record, _values(correction, record)):
        raise FactsWouldChange(title=record.title)
    audit.write(actor=actor, action=f"{sort}.ask", target=record.ref, reason=reason)
    correction.save()
    return correction


@transaction.atomic
def correction_accept(*, correction: Correction, record: Record, actor: Member) -> Entry:
    """Let the asked content stand: a correction is posted in the place of the old record, an amendment beside it.

    Raises OwnRecord, WrongState, NewerVersion, ValuesRefused, FactsWouldChange.
    """
    own = record.ref in own_to_decide(actor, [record])
    _decide(correction, record, actor, CorrectionState.ACCEPTED)
    values = _values(correction, record)
    _refuse_unit(values["unit"], record, actor, own)
    corrects = correction.sort == ChangeSort.CORRECTION
    verified = {"verifier": actor, "verified_at": clock.now(), "self_verified": own} if corrects else {}
    move(record, [State.VERIFIED], {"version": record.version + 1} | verified, version=correction.version)
    before = all_facts(record)
    write(record, values)
    _note_seen(record, actor)
    audit.write(actor=actor, action=f"{correction.sort}.accept", target=record.ref, reason=correction.reason)
    alert(told=[(correction.asked_by, record.ref)], sort=AlertSort.ACCEPTED, actor=actor)
    if corrects:
        withdraw(row=record, actor=actor.token)
        return post_standing(row=record, actor=actor.token)[0]
    if all_facts(record) != before:
        raise FactsWouldChange(title=record.title)
    return recommit(row=record, milestone=VERIFIED, actor=actor.token)


@transaction.atomic
def correction_decline(*, correction: Correction, record: Record, actor: Member, reason: str) -> None:
    """Leave the record as it is. Raises OwnRecord, ReasonMissing, WrongState where it was decided already."""
    reason = given_reason(reason)
    own_to_decide(actor, [record])
    _decide(correction, record, actor, CorrectionState.DECLINED)
    audit.write(actor=actor, action=f"{correction.sort}.decline", target=record.ref, reason=reason)
    alert(told=[(correction.asked_by, record.ref)], sort=AlertSort.DECLINED, actor=actor)


def waiting_correction(ref: str) -> Correction | None:
    """The correction of this record that waits for a decision."""
    return Correction.objects.filter(record_ref=ref, state=CorrectionState.WAITING).first()


def changed_values(old: Record, form: Any) -> list[tuple[str, Any, Any]]:
    """Label, old and new value of each field that a bound, valid form would change. Raises NothingChanged."""
    rows = [
        (str(form.fields[name].label), form[name].initial, form.cleaned_data.get(name)) for name in form.changed_data
    ]
    if not rows:
        raise NothingChanged()
    return rows


def figure_fields(record: Record, form: Any) -> list[str]:
    """Names of the fields of a valid form whose change alters a figure; empty where none would be altered."""
    values = form.cleaned_data
    if not changes_facts(record, values):
        return []
    columns = type(record).EDITED
    free = [name for name in form.changed_data if name in columns and not changes_facts(record, {name: values[name]})]
    return [name for name in form.changed_data if name not in (*free, "partners")]


def _values(correction: Correction, record: Record) -> dict[str, Any]:
    """The asked values as the kind's form reads them today. Raises ValuesRefused."""
    form = correction.form_for(get_record_kind(record.kind), fresh(record))
    if not form.is_valid():
        raise ValuesRefused(problem=next(iter(form.errors.values()))[0])
    values: dict[str, Any] = form.cleaned_data
    return values


def _note_seen(record: Record, actor: Member) -> None:
    """Whoever accepts a change has the evidence before them that came since the record was verified."""
    unseen = Attachment.objects.filter(record_ref=record.ref, after_verifying=True, graded_by=None)
    unseen.update(graded_by=actor)


def _refuse_unit(unit: Unit, record: Record, actor: Member, own: bool) -> None:
    """The figure may move to another unit only where the one who decides has a say there too."""
    if unit.pk not in reached_units(actor, Role.OFFICER, section=record.section):
        raise NotAllowed()
    if own and not is_alone(actor, unit, record.section):
        raise OwnRecord(title=record.title)


def _decide(correction: Correction, record: Record, actor: Member, state: CorrectionState) -> None:
    waiting = Correction.objects.filter(pk=correction.pk, state=CorrectionState.WAITING)
    if not waiting.update(state=state, decided_by=actor, decided_at=clock.now()):
        raise WrongState(title=record.title, state=correction.get_state_display())
