"""Evidence that is released (公开): a file beside a record or case that everybody may see, because somebody said so.

Nothing is public of itself. What is handed out is the file as it lies there; of a picture what is seen on it alone,
without the notes of the camera (where it was taken).
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment


class Release(models.Model):
    """That one piece of evidence is open to all, by whom and since when."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="release", verbose_name=_("evidence"))
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("released by"))
    at = models.DateTimeField(_("released"), default=clock.now)

    class Meta:
        verbose_name = _("released evidence")
        verbose_name_plural = _("released evidence")

    def __str__(self) -> str:
        return str(self.attachment)


def released_of(refs: Iterable[str]) -> dict[str, list[Attachment]]:
    """What is released of these records and cases, by ref, oldest first."""
    found: dict[str, list[Attachment]] = defaultdict(list)
    for batch in batches(list(refs)):
        open_ones = Attachment.objects.filter(record_ref__in=batch, release__isnull=False)
        for attachment in open_ones.select_related("file").order_by("pk"):
            found[attachment.record_ref].append(attachment)
    return found
