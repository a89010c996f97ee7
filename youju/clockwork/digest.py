"""The digest: once a day each member with an address is told by mail how many alerts wait, and not what they say.

It has the lines of their page of alerts, in its order and with its counts. A mail leaves the office: it names no
record, no person and no reason. Where no mail server is set, none is sent.
"""

import logging
from collections.abc import Sequence
from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.members import Member
from youju.phrases import bracketed
from youju.records.alert_groups import AlertGroup, alert_groups_of
from youju.records.alerts import Alert

log = logging.getLogger(__name__)

# What is wrong with one mail or its address alone; ValueError: what can stand in no head of a mail.
_NOT_TAKEN = (SMTPRecipientsRefused, SMTPDataError, SMTPNotSupportedError, ValueError)


def send_digests(_key: str) -> str:
    """Send to whoever has unread alerts that no mail spoke of, and say to how many.

    A server may take its time: nobody is kept from writing meanwhile, and each member's alerts are marked before their
    mail goes, so that another process or the next try sends it to no one twice. Whose mail is not taken is tried again
    the next day. Raises what the server's connection raises; the others are then told by the next try, but not the one
    where it broke off: that mail may have arrived.
    """
    told = Member.objects.in_bulk(_new().values_list("member_id", flat=True).distinct()) if settings.EMAIL_HOST else {}
    if not told:
        return ""
    sent = []
    with get_connection() as server:
        for pks in batches(sorted(told)):
            sent += [_sent(server, told[pk], groups) for pk, groups in alert_groups_of(pks).items()]
    said = ngettext("%d digest was sent.", "%d digests were sent.", sent.count(True)) % sent.count(True)
    return f"{said}\n{_not_taken(sent.count(False))}" if False in sent else said


def _new() -> QuerySet[Alert]:
    new = Alert.objects.filter(read_at=None, mailed_at=None, member__is_active=True)
    return new.exclude(member__email="").order_by()


def _sent(server: BaseEmailBackend, member: Member, groups: Sequence[AlertGroup]) -> bool | None:
    """Whether the mail was taken; None where another process was quicker."""
    moment = clock.now()
    if not _new().filter(member=member).update(mailed_at=moment):
        return None
    try:
        server.send_messages([_mail(member, groups)])
    except _NOT_TAKEN as error:
        log.warning("The digest of %s was not taken: %s", member.token, error)
        Alert.objects.filter(member=member, mailed_at=moment).update(mailed_at=None)
        return False
    return True


def _not_taken(count: int) -> str:
    return ngettext(
        "%d was not taken by the mail server; the server's log says why.",
        "%d were not taken by the mail server; the server's log says why.",
        count,
    ) % count  # fmt: skip


def _mail(member: Member, groups: Sequence[AlertGroup]) -> EmailMessage:
    lines = [bracketed(f"{group.label}{_(': ')}{group.sort.label}", group.size) for group in groups]
    subject = ngettext("%d alert waits for you", "%d alerts wait for you", len(groups)) % len(groups)
    where = [_("To read them, log in: %s") % settings.PUBLIC_URL] if settings.PUBLIC_URL else []
    return EmailMessage(subject, "\n".join([subject, *lines, *where]), to=[member.email])
