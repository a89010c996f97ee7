"""Public notices that have run out: noted as such, and whoever has to decide now is told."""

from datetime import date

from django.db import transaction

from youju.orgs.actors import SYSTEM
from youju.records.alerts import AlertSort, alert
from youju.records.heads.ledgered import Ledgered
from youju.records.notices.models import Notice, NoticeState
from youju.records.notices.verbs import notice_run_out


def notices_to_end(day: date) -> list[str]:
    """Each notice whose last day is before ``day``, with that day: one that is put off comes again."""
    running = Notice.objects.filter(state=NoticeState.RUNNING, last_day__lt=day).order_by("pk")
    return [f"{notice.ref}#notice-{notice.pk}-{notice.last_day}" for notice in running]


@transaction.atomic
def end_notice(key: str) -> str:
    """Note the end, and tell whoever runs the case."""
    notice = Notice.objects.filter(pk=key.partition("#notice-")[2].partition("-")[0]).first()
    if notice is None or notice_run_out(notice=notice, actor=SYSTEM) is None:
        return ""
    head = Ledgered.objects.select_related("owner", "author").filter(ref=notice.ref).first()
    if head is not None:
        alert(told=[(head.owner or head.author, head.ref)], sort=AlertSort.ASKED, actor=SYSTEM)
    return str(notice)
