"""Objections to a notice: anybody may make one while it stands; each is logged and answered with what came of it."""

from django.db import transaction
from django.db.models import QuerySet

from youju.lib import clock
from youju.lib.text import one_line, visible
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.reasons import given_reason, in_full
from youju.records.notices.errors import AnsweredAlready, NothingSaid, NoticeOver
from youju.records.notices.models import Notice, Objection, Outcome

_LONGEST = 1000


@transaction.atomic
def objection_add(*, notice: Notice, text: str, actor: Actor, who: str = "") -> Objection:
    """Log an objection, to the end of the notice's last day. who: as they gave it, if they did.

    It waits for whoever decides on the list at this moment, and they for it. Raises NothingSaid, TooLong,
    NoticeOver.
    """
    text = in_full(visible(text).strip(), _LONGEST)
    if not text:
        raise NothingSaid()
    held = Notice.objects.select_for_update().get(pk=notice.pk)
    if not held.stands(clock.today()):
        raise NoticeOver(number=held, day=held.end)
    objection = Objection.objects.create(notice=held, who=in_full(one_line(who), 80), text=text, logged_by=actor.token)
    audit.write(actor=actor, action="notice.object", target=held.ref, number=str(held), objection=str(objection))
    return objection


@transaction.atomic
def objection_answer(*, objection: Objection, outcome: Outcome, answer: str, actor: Actor) -> Objection:
    """Answer an objection, once. One that is found right keeps the list from being decided on until it is changed.

    Raises ReasonMissing where the answer is empty, TooLong, AnsweredAlready.
    """
    answer = given_reason(visible(answer), most=_LONGEST)
    held = Notice.objects.select_for_update().get(pk=objection.notice_id)
    answered = Objection.objects.filter(pk=objection.pk, answered=None).update(
        outcome=outcome, answer=answer, answered=clock.now(), answered_by=actor.token
    )
    if not answered:
        raise AnsweredAlready()
    audit.write(
        actor=actor, action="notice.answer", target=held.ref, number=str(held), objection=str(objection),
        outcome=outcome.value,
    )  # fmt: skip
    objection.refresh_from_db()
    return objection


def open_objections(notice: Notice) -> QuerySet[Objection]:
    """Those to its list that wait for an answer: an objection outlives the notice that it was made to."""
    return Objection.objects.filter(notice__ref=notice.ref, notice__digest=notice.digest, answered=None)
