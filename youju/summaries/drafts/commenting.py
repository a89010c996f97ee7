"""Somebody comments on a section or on words of it, and the comment is resolved."""

from django.db import transaction

from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.alerts import AlertSort, alert
from youju.summaries.binding.build import build
from youju.summaries.binding.markup import blocks
from youju.summaries.drafts.access import may_comment, may_write
from youju.summaries.drafts.comments import Comment
from youju.summaries.drafts.documents import Section
from youju.summaries.drafts.errors import NothingSaid, QuoteNotThere
from youju.summaries.drafts.history import writers_of


@transaction.atomic
def comment_add(*, section: Section, quote: str, text: str, actor: Member) -> Comment:
    """Comment on a section, or on words of it as they are printed. Raises NotAllowed, NothingSaid, QuoteNotThere."""
    if not may_comment(actor, section.document.unit):
        raise NotAllowed()
    if not text.strip():
        raise NothingSaid()
    if quote.strip() and not stands_in(quote, section):
        raise QuoteNotThere(quote=quote.strip())
    comment = Comment.objects.create(section=section, quote=quote.strip(), text=text.strip(), author=actor)
    audit.write(actor=actor, action="summary.comment", target=section.document.ref, comment=comment.pk)
    told = [(member, section.document.ref) for member in writers_of(section.document)]
    alert(told=told, sort=AlertSort.COMMENTED, actor=actor)
    return comment


def stands_in(quote: str, section: Section) -> bool:
    """Whether words stand in a section as it is printed now, or as it is written; blanks and line ends aside."""
    document, words = section.document, "".join(quote.split())
    if not section.text.strip():
        return False
    built = build(unit=document.unit, period=document.about, template=section.text, draft=True)
    printed = "".join(block.text for block in blocks(built))
    return any(words in "".join(text.split()) for text in (printed, section.text))


@transaction.atomic
def comment_resolve(*, comment: Comment, actor: Member) -> Comment:
    """Settle a comment: whoever writes the document, or who made it. Settled before, nothing changes.

    Raises NotAllowed.
    """
    if not (may_write(actor, comment.section.document.unit) or comment.author_id == actor.pk):
        raise NotAllowed()
    moved = Comment.objects.filter(pk=comment.pk, resolved_at=None).update(resolved_by=actor, resolved_at=clock.now())
    if moved:
        target = comment.section.document.ref
        audit.write(actor=actor, action="summary.comment-resolve", target=target, comment=comment.pk)
        alert(told=[(comment.author, target)], sort=AlertSort.SETTLED, actor=actor)
    comment.refresh_from_db()
    return comment
