"""Issued editions that everybody may read on the public site."""

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.members import Member
from youju.summaries.drafts.documents import DocumentState
from youju.summaries.issuing.editions import Edition


class Disclosure(models.Model):
    """That an issued edition is on the site, by whom and since when."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="disclosure", verbose_name=_("edition"))
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("put on the site by"))
    at = models.DateTimeField(_("put on the site"), default=clock.now)

    class Meta:
        verbose_name = _("edition on the site")
        verbose_name_plural = _("editions on the site")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.edition)


def disclosed() -> QuerySet[Edition]:
    """The editions that everybody may read, the newest first; one that no longer stands is not among them."""
    standing = Edition.objects.filter(disclosure__isnull=False, document__state=DocumentState.ISSUED)
    return standing.select_related("document", "disclosure").order_by("-disclosure__at", "-pk")


def has_summaries() -> bool:
    return disclosed().exists()
