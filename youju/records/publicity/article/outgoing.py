"""What of an article becomes public when it goes up, as the publication gate looks at it.

Its files are asked by themselves, when they are released.
"""

from typing import Any

from django.utils.translation import gettext as _

from youju.gate.outgoing import Outgoing, Purpose, text_part


def article_outgoing(article: Any) -> Outgoing:
    """Title, text and all that stands round it. Who is shown by consent may be named. article: an Article."""
    about = (article.byline, article.source, article.original, article.tags, article.issue)
    parts = (
        text_part(_("title"), article.title),
        text_part(_("about the article"), "\n".join(filter(None, about))),
        text_part(_("text"), article.body),
    )
    named = frozenset(mention.person.name for mention in article.mentions.select_related("person"))
    return Outgoing(Purpose.ARTICLE, article.ref, article.title, article.unit, parts, named)
