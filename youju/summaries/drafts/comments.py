"""Comments (批注) on a document: on a section, or on words of it, until they are resolved."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.lib import clock
from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document, Section


class Comment(models.Model):
    """quote: the words that it is about, as they were printed; "" where it is about the section."""

    section = models.ForeignKey(
        Section, models.CASCADE, related_name="comments", verbose_name=pgettext_lazy("document", "section")
    )
    quote = models.CharField(_("about the words"), max_length=200, blank=True)
    text = models.CharField(_("comment"), max_length=500)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("author"))
    at = models.DateTimeField(_("time"), default=clock.now)
    resolved_by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=_("resolved by"))
    resolved_at = models.DateTimeField(_("resolved"), null=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text


def comments_of(document: Document) -> list[Comment]:
    """All of a document, those still open first."""
    found = Comment.objects.filter(section__document=document).select_related("author", "resolved_by", "section")
    return sorted(found, key=lambda comment: comment.resolved_at is not None)


def unsettled_comments(document: Document) -> list[Comment]:
    """Those still open on the sections that stand."""
    return [comment for comment in comments_of(document) if not (comment.resolved_at or comment.section.closed)]
