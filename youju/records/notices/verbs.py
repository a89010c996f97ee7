"""The verbs of a notice: begun, ended because the list was edited, stopped, and run out by time."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from youju.gate.outgoing import Outgoing, Purpose, text_part
from youju.gate.verbs import require_passed
from youju.lib import clock
from youju.lib.deadlines import DayType, Rule
from youju.lib.text import one_line
from youju.orgs import audit, sequences
from youju.orgs.actors import Actor
from youju.orgs.deadlines import deadline_of
from youju.orgs.reasons import given_reason
from youju.orgs.settings import setting
from youju.orgs.tree import home_unit
from youju.records.heads.ledgered import Ledgered
from youju.records.notices.errors import NothingToNotice, NoticeRunsAlready
from youju.records.notices.models import SEQUENCE, Notice, NoticeLine, NoticeState

_HEADS = "姓名\t单位\t说明"  # by which the gate reads the lines as a table


def usual_rule() -> Rule:
    """For how long a list is under notice unless its kind says otherwise: what the bureau has set."""
    return Rule(setting("notice_days"), DayType(setting("notice_day_type")))


@transaction.atomic
def notice_begin(
    *,
    ref: str,
    title: str,
    digest: str,
    lines: Sequence[NoticeLine],
    where: str,
    actor: Actor,
    contact: str = "",
    basis: str = "",
    rule: Rule | None = None,
    public: bool = True,
) -> Notice:
    """Put a list under notice from now on; one of another list of the same case ends by it, and the period runs anew.

    rule: the usual one unless given. Raises NothingToNotice, NoticeRunsAlready, and NotThroughGate where the list holds
    what must not be known.
    """
    if not lines:
        raise NothingToNotice()
    today, rule = clock.today(), rule or usual_rule()
    running = _held(ref)
    if running is not None and running.digest == digest and running.stands(today):
        raise NoticeRunsAlready(day=running.end)
    notice_end_by_change(ref=ref, digest=digest, actor=actor)
    found = deadline_of(today, rule)
    assert found.due is not None  # only a pause leaves it open
    notice = Notice.objects.create(
        ref=ref, year=today.year, number=sequences.take(SEQUENCE, today.year), title=one_line(title)[:200],
        digest=digest, lines=[list(line) for line in lines], basis=basis, days=rule.n, day_type=rule.day_type.value,
        last_day=found.due, provisional=found.provisional, where=one_line(where), contact=one_line(contact),
        public=public,
    )  # fmt: skip
    require_passed(_outgoing(notice), actor=actor)
    audit.write(
        actor=actor, action="notice.begin", target=ref, number=str(notice), digest=digest, until=str(notice.last_day)
    )
    return notice


@transaction.atomic
def notice_end_by_change(*, ref: str, digest: str, actor: Actor) -> Notice | None:
    """End the running notice of a case whose list now has another digest; one that has run out is noted as such.

    Gives the notice that was ended; None where none ran, or the list is still the one under notice.
    """
    running = _held(ref)
    if running is None:
        return None
    if not running.stands(clock.today()):
        _end(running, NoticeState.OVER, actor)
        return None
    if running.digest == digest:
        return None
    return _end(running, NoticeState.CHANGED, actor)


@transaction.atomic
def notice_stop(*, ref: str, actor: Actor, reason: str) -> Notice | None:
    """Take down the notice of a case that still runs, if one does; one that has run out is noted as such.

    Raises ReasonMissing.
    """
    reason = given_reason(reason)
    running = _held(ref)
    if running is None:
        return None
    if running.state_today == NoticeState.OVER:
        _end(running, NoticeState.OVER, actor)
        return None
    return _end(running, NoticeState.STOPPED, actor, reason=reason)


@transaction.atomic
def notice_run_out(*, notice: Notice, actor: Actor) -> Notice | None:
    """Note that a notice has run out; None where it has not, or ended before.

    Where days off were announced since it began, its last day is put off first.
    """
    held = Notice.objects.select_for_update().filter(pk=notice.pk, state=NoticeState.RUNNING).first()
    if held is None or held.last_day >= clock.today():
        return None
    if held.end > held.last_day:
        Notice.objects.filter(pk=held.pk).update(last_day=held.end, provisional=False)
        audit.write(actor=actor, action="notice.put-off", target=held.ref, number=str(held), until=str(held.end))
        return None
    return _end(held, NoticeState.OVER, actor)


def _outgoing(notice: Notice) -> Outgoing:
    """All that is posted. Where a rule lets minors be named it stands with it, and their names may be told."""
    head = Ledgered.objects.filter(ref=notice.ref).select_related("unit").first()
    lines = "\n".join("\t".join((line.name, line.unit, line.told)) for line in notice.published)
    text = "\n".join((notice.title, notice.where, notice.contact, notice.basis))
    named = frozenset(line.name for line in notice.published) if notice.basis else frozenset()
    parts = (text_part(_("notice"), text), text_part(_("list"), f"{_HEADS}\n{lines}"))
    return Outgoing(Purpose.NOTICE, notice.ref, notice.title, head.unit if head else home_unit(), parts, named)


def _held(ref: str) -> Notice | None:
    """The notice of a case that is noted as running, locked: an objection waits for what is done to it."""
    return Notice.objects.select_for_update().filter(ref=ref, state=NoticeState.RUNNING).first()


def _end(notice: Notice, state: NoticeState, actor: Actor, **detail: str) -> Notice:
    notice.state, notice.ended = state, clock.now()
    notice.save(update_fields=["state", "ended"])
    audit.write(actor=actor, action=f"notice.{state.value}", target=notice.ref, number=str(notice), **detail)
    return notice
