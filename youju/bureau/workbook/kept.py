"""A workbook that was handed in and is being looked at: kept from the preview to the decision, for a day at most."""

from datetime import timedelta

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import NotFound
from youju.lib import clock
from youju.lib.text import one_line
from youju.orgs.members import Member

# It is full of names: nobody comes back to it tomorrow.
_KEPT = timedelta(days=1)


class NoWorkbook(NotFound):
    code = "no-workbook"
    sentence = _("The workbook is no longer here: it was imported or put away, or a day has passed. Choose it again.")


class KeptWorkbook(models.Model):
    """One a member. name: of the file, as it was called there."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="+", verbose_name=_("member"))
    name = models.CharField(_("file"), max_length=100)
    content = models.BinaryField()
    at = models.DateTimeField(_("time"), default=clock.now)

    class Meta:
        verbose_name = _("kept workbook")
        verbose_name_plural = _("kept workbooks")

    def __str__(self) -> str:
        return self.name


@transaction.atomic
def workbook_keep(*, member: Member, name: str, content: bytes) -> KeptWorkbook:
    """Keep what a member has handed in, in the place of what was kept before."""
    workbook_drop(member=member)
    return KeptWorkbook.objects.create(member=member, name=one_line(name)[-100:], content=content)


@transaction.atomic
def workbook_drop(*, member: Member) -> None:
    """Put away what a member is looking at, and what anybody has left lying for a day."""
    KeptWorkbook.objects.filter(models.Q(member=member) | models.Q(at__lt=clock.now() - _KEPT)).delete()


def kept_workbook(member: Member) -> KeptWorkbook:
    """What a member is looking at. Raises NoWorkbook."""
    kept = KeptWorkbook.objects.filter(member=member, at__gte=clock.now() - _KEPT).first()
    if kept is None:
        raise NoWorkbook()
    return kept
