"""The digest: once a day each member with an address is told by mail how many alerts wait, and not what they say.

It has the lines of their page of alerts, in its order and with its counts. A mail leaves the office: it names no
record, no person and no reason. Where no mail server is set, none is sent.
"""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.members import Member
from youju.phrases import bracketed
from youju.records.alert_groups import AlertGroup, alert_groups_of
from youju.records.alerts import Alert


@transaction.atomic
def send_digests(_key: str) -> str:
    """Send to whoever has unread alerts that no mail spoke of. Raises what the mail server's connection raises."""
    if not settings.EMAIL_HOST:
        return ""
    new = Alert.objects.filter(read_at=None, mailed_at=None, member__is_active=True).exclude(member__email="")
    told = Member.objects.in_bulk(new.order_by().values_list("member_id", flat=True).distinct())
    if not told:
        return ""
    mails = []
    for pks in batches(sorted(told)):
        mails += [_mail(told[pk], groups) for pk, groups in alert_groups_of(pks).items()]
        new.filter(member__in=pks).update(mailed_at=clock.now())
    get_connection().send_messages(mails)
    return ngettext("%d digest was sent.", "%d digests were sent.", len(mails)) % len(mails)


def _mail(member: Member, groups: Sequence[AlertGroup]) -> EmailMessage:
    lines = [bracketed(f"{group.label}{_(': ')}{group.sort.label}", group.size) for group in groups]
    subject = ngettext("%d alert waits for you", "%d alerts wait for you", len(groups)) % len(groups)
    where = [_("To read them, log in: %s") % settings.PUBLIC_URL] if settings.PUBLIC_URL else []
    return EmailMessage(subject, "\n".join([subject, *lines, *where]), to=[member.email])
