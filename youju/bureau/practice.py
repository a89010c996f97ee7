"""试一试: one record through return, verifying, figure and void, in a unit that is below nobody's and so in no figure.

The member writes; a colleague whom the system plays decides, since nobody decides about what is their own. Everything
is done by the same verbs as in earnest. What the ledger holds of it stays: its entries, which cancel each other, the
voided record and the audit rows. Nothing else does.
"""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict
from youju.indicators.figures import figure
from youju.ledger import lock
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.actors import SYSTEM
from youju.orgs.member_verbs import member_add
from youju.orgs.members import Member
from youju.orgs.tree import home_unit
from youju.orgs.tree_verbs import NewUnit, unit_open
from youju.orgs.units import Unit, UnitKind
from youju.records.alerts import Alert
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.kinds import get_record_kind
from youju.records.verbs.endings import record_delete, record_drop
from youju.records.verbs.record_verbs import (
    record_add,
    record_edit,
    record_return,
    record_submit,
    record_verify,
    record_void,
    record_withdraw,
)

CODE = "practice"
INDICATOR = "exam.candidates"
_FIRST, _MENDED = 7, 17


class Step(models.TextChoices):
    """What comes next, in the order of the rehearsal."""

    WRITE = "write", _("Write a record down")
    HAND_IN = "hand-in", _("Hand it in")
    RETURN = "return", _("Let the colleague return it")
    MEND = "mend", _("Mend it")
    AGAIN = "again", _("Hand it in again")
    OWN = "own", _("Try to verify it yourself")
    VERIFY = "verify", _("Let the colleague verify it")
    VOID = "void", _("Let the colleague void it")
    DONE = "done", _("Try once more")


class OtherStep(Conflict):
    code = "other-step"
    sentence = _("The trial has moved on since the page was drawn. Look where it stands now.")


def practice_record(member: Member) -> Record | None:
    """The member's newest trial."""
    kind = get_record_kind("statistic")
    rows = kind.model.objects.filter(unit__kind=UnitKind.PRACTICE, author=member)
    found: Record | None = rows.select_related("unit", "author", "verifier").order_by("-pk").first()
    return found


def next_step(record: Record | None) -> Step:
    """What comes next; a record that was mended has a version above its first."""
    if record is None:
        return Step.WRITE
    mended = record.version > 1
    by_state = {
        State.DRAFT: Step.HAND_IN,
        State.SUBMITTED: Step.VERIFY if mended else Step.RETURN,
        State.RETURNED: Step.AGAIN if mended else Step.MEND,
        State.VERIFIED: Step.VOID,
    }
    return by_state.get(State(record.state), Step.DONE)


@transaction.atomic
def practice_step(*, step: str, actor: Member) -> Record:
    """Do what comes next in the member's own trial. Raises OtherStep where that is not ``step``.

    Raises OwnRecord for OWN, as verifying in earnest does: that is what it shows.
    """
    record = practice_record(actor)
    due = next_step(record)
    if step == Step.OWN and due == Step.VERIFY and record is not None:
        record_verify(record=record, actor=actor)
    if step != due:
        raise OtherStep()
    if record is None or due == Step.DONE:
        return _written(actor)
    colleague = _colleague(record.unit)
    if due in (Step.HAND_IN, Step.AGAIN):
        record_submit(record=record, actor=actor)
    elif due == Step.RETURN:
        record_return(record=record, actor=colleague, reason=str(_("The sign-in sheet says 17, not 7.")))
    elif due == Step.MEND:
        record_edit(record=record, values={"quantity": _MENDED}, actor=actor, version=record.version)
    elif due == Step.VERIFY:
        record_verify(record=record, actor=colleague)
    else:
        record_void(record=record, actor=colleague, reason=str(_("It was a trial.")))
    Alert.objects.filter(target=record.ref).delete()  # of a trial nobody has to be told
    return record


@transaction.atomic
def practice_clear(*, actor: Member) -> None:
    """Leave no trial open: what nobody decided on is deleted, what is verified is voided."""
    record = practice_record(actor)
    if record is None:
        return
    if record.state == State.SUBMITTED:
        record_withdraw(record=record, actor=actor)
    if record.state == State.DRAFT:
        record_delete(record=record, actor=actor)
    elif record.state == State.RETURNED:
        record_drop(record=record, actor=actor, reason=str(_("It was a trial.")))
    elif record.state == State.VERIFIED:
        practice_step(step=Step.VOID, actor=actor)


def practice_figures(record: Record) -> tuple[object, object]:
    """The figure of the trial's unit in its year, and that of the bureau, in which it is not."""
    year = Period.year(record.happened.year)
    return figure(record.unit, year, INDICATOR).value, figure(home_unit(), year, INDICATOR).value


def _written(actor: Member) -> Record:
    values = {
        "unit": _unit(),
        "title": str(_("Trial: examination candidates")),
        "happened": clock.today(),
        "sort": INDICATOR,
        "quantity": _FIRST,
    }
    return record_add(kind=get_record_kind("statistic"), values=values, actor=actor)


def _unit() -> Unit:
    found = Unit.objects.filter(code=CODE).first()
    if found is not None:
        return found
    lock.hold()  # of two who begin at once, the second finds it
    found = Unit.objects.filter(code=CODE).first()
    new = NewUnit(CODE, UnitKind.PRACTICE, str(_("Trial unit")), None)
    return found or unit_open(new=new, actor=SYSTEM)


def _colleague(unit: Unit) -> Member:
    """Whom the system plays: an account of the trial unit without a role or a password."""
    found = Member.objects.filter(username=CODE).first()
    return found or member_add(username=CODE, name=str(_("a colleague (played)")), unit=unit, actor=SYSTEM)
