"""Corrections (更正): new values for a verified record, asked for by one member and decided by another.

Accepting voids the old posting and posts the new values in one transaction, so that a figure never blinks.
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
from youju.records.base import Record
from youju.records.errors import CorrectionWaiting, NothingChanged, OwnRecord, ValuesRefused, WrongState
from youju.records.kind import RecordKind
from youju.records.ledgered import Ledgered
from youju.records.postings import fresh, post_standing, withdraw
from youju.records.rights import own_to_decide, reached_units
from youju.records.states import State
from youju.records.verbs import move, write


class CorrectionState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


class Correction(models.Model):
    """What was typed into the kind's form, kept until somebody else has decided."""

    record_ref = models.CharField(max_length=40, db_index=True)
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
    *, record: Record, data: dict[str, list[str]], actor: Member, version: int, reason: str
) -> Correction:
    """Ask that a verified record be corrected. data: the form's raw values, already seen to be valid.

    Raises WrongState, CorrectionWaiting, ReasonMissing.
    """
    reason = given_reason(reason)
    move(record, [State.VERIFIED], {"version": version}, version=version)
    if Correction.objects.filter(record_ref=record.ref, state=CorrectionState.WAITING).exists():
        raise CorrectionWaiting(title=record.title)
    audit.write(actor=actor, action="correction.ask", target=record.ref, reason=reason)
    return Correction.objects.create(
        record_ref=record.ref, data=data, reason=reason, asked_by=actor, version=version, asked_at=clock.now()
    )


@transaction.atomic
def correction_accept(*, correction: Correction, record: Record, kind: RecordKind, actor: Member) -> Entry:
    """Void the old posting and post the corrected record. Raises OwnRecord, WrongState, NewerVersion, ValuesRefused."""
    own = record.ref in own_to_decide(actor, [record])
    _decide(correction, record, actor, CorrectionState.ACCEPTED)
    form = correction.form_for(kind, fresh(record))
    if not form.is_valid():
        raise ValuesRefused(problem=next(iter(form.errors.values()))[0])
    _refuse_unit(form.cleaned_data["unit"], record, actor, own)
    changes = {"version": record.version + 1, "verifier": actor, "verified_at": clock.now(), "self_verified": own}
    move(record, [State.VERIFIED], changes, version=correction.version)
    write(record, form.cleaned_data)
    audit.write(actor=actor, action="correction.accept", target=record.ref, reason=correction.reason)
    withdraw(row=record, actor=actor.token)
    return post_standing(row=record, actor=actor.token)[0]


@transaction.atomic
def correction_decline(*, correction: Correction, record: Record, actor: Member, reason: str) -> None:
    """Leave the record as it is. Raises OwnRecord, ReasonMissing, WrongState where it was decided already."""
    reason = given_reason(reason)
    own_to_decide(actor, [record])
    _decide(correction, record, actor, CorrectionState.DECLINED)
    audit.write(actor=actor, action="correction.decline", target=record.ref, reason=reason)


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


def _refuse_unit(unit: Unit, record: Record, actor: Member, own: bool) -> None:
    """The figure may move to another unit only where the one who decides has a say there too."""
    if unit.pk not in reached_units(actor, Role.OFFICER):
        raise NotAllowed()
    if own and not unit.single_post:
        raise OwnRecord(title=record.title)


def _decide(correction: Correction, record: Record, actor: Member, state: CorrectionState) -> None:
    waiting = Correction.objects.filter(pk=correction.pk, state=CorrectionState.WAITING)
    if not waiting.update(state=state, decided_by=actor, decided_at=clock.now()):
        raise WrongState(title=record.title, state=correction.get_state_display())
