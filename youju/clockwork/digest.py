"""The digest: once a day each member with an address is told by mail how many alerts wait, and not what they say.

A mail leaves the office: it names no record, no person and no reason. Where no mail server is set, none is sent.
"""

from collections import Counter, defaultdict

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.lib import clock
from youju.orgs.members import Member
from youju.records.alerts import Alert, AlertSort


@transaction.atomic
def send_digests(_key: str) -> str:
    """Send to whoever has unread alerts that no mail spoke of. Raises what the mail server's connection raises."""
    if not settings.EMAIL_HOST:
        return ""
    waiting: dict[Member, list[Alert]] = defaultdict(list)
    unread = Alert.objects.filter(read_at=None, mailed_at=None, member__is_active=True).exclude(member__email="")
    for each in unread.select_related("member"):
        waiting[each.member].append(each)
    if not waiting:
        return ""
    Alert.objects.filter(pk__in=[each.pk for alerts in waiting.values() for each in alerts]).update(
        mailed_at=clock.now()
    )
    get_connection().send_messages([_mail(member, alerts) for member, alerts in waiting.items()])
    return ngettext("%d digest was sent.", "%d digests were sent.", len(waiting)) % len(waiting)


def _mail(member: Member, alerts: list[Alert]) -> EmailMessage:
    counts = Counter(each.sort for each in alerts)
    lines = [f"{AlertSort(sort).label}: {counts[sort]}" for sort in AlertSort.values if sort in counts]
    subject = ngettext("%d alert waits for you", "%d alerts wait for you", len(alerts)) % len(alerts)
    where = [_("To read them, log in: %s") % settings.PUBLIC_URL] if settings.PUBLIC_URL else []
    return EmailMessage(subject, "\n".join([subject, *lines, *where]), to=[member.email])
