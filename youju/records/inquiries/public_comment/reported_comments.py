"""What must not be counted: a comment from anywhere but a registered account, and one link twice."""

from collections.abc import Sequence

from youju.lib.batches import batches
from youju.lib.links import bare_link, link_spellings
from youju.records.heads.states import EDITABLE, ENDED
from youju.records.inquiries.public_comment.errors import CommentReported, NotRegistered
from youju.records.inquiries.public_comment.models import PublicComment
from youju.records.kind import Counted


def refuse_uncountable(counted: Sequence[Counted]) -> None:
    """Raise NotRegistered or CommentReported at the first that may not count."""
    comments = [row for row, _facts in counted if isinstance(row, PublicComment)]
    seen = reported({comment.link for comment in comments}) if comments else {}
    for comment in comments:
        if not comment.official:
            raise NotRegistered(account=comment.outlet)
        other = seen.setdefault(bare_link(comment.link), comment)
        if other.pk != comment.pk:
            raise CommentReported(title=comment.title, unit=other.unit, day=other.happened)


def reported(links: set[str]) -> dict[str, PublicComment]:
    """The comments with these links, however spelled, that were handed in and stand: the first of each bare link."""
    found: dict[str, PublicComment] = {}
    for batch in batches(sorted({spelling for link in links for spelling in link_spellings(link)})):
        rows = PublicComment.objects.filter(link__in=batch).exclude(state__in=(*EDITABLE, *ENDED))
        found |= {bare_link(row.link): row for row in rows.select_related("unit").order_by("-pk")}
    return found
