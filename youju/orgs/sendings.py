"""How much comes from one address in ten minutes: for floods alone, since a whole school stands behind one.

In the database, so that several workers count together and starting anew forgives nothing.
"""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.guessing import address_mark

_WINDOW = timedelta(minutes=10)  # from the first one on


class Sending(models.Model):
    """So many public forms of one sort from one address since a moment. key: ``asked:<hash of the address>``."""

    key = models.CharField(max_length=80, unique=True)
    since = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("forms sent from an address")
        verbose_name_plural = _("forms sent from addresses")

    def __str__(self) -> str:
        return f"{self.key} {self.since:%Y-%m-%d %H:%M} {self.number}"


def sending_count(*, what: str, address: str, most: int) -> bool:
    """Count one, and say whether it is within so many of ten minutes. What is beyond writes nothing."""
    key, now = f"{what}:{address_mark(address)}", clock.now()
    rows, over = Sending.objects.filter(key=key), Q(since__lte=now - _WINDOW)
    if rows.filter(~over, number__gte=most).exists():
        return False
    with transaction.atomic():
        Sending.objects.bulk_create([Sending(key=key, since=now)], ignore_conflicts=True)
        rows.filter(over).update(since=now, number=0)
        return rows.filter(number__lt=most).update(number=F("number") + 1) == 1


def sendings_prune(before: datetime) -> int:
    """Delete the counts that were begun before a moment, and say how many."""
    return Sending.objects.filter(since__lt=before).delete()[0]
