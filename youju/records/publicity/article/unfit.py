"""What would keep an article from going up, or would not be seen there: told while it is still edited and reviewed."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from youju.gate.scan import findings_in
from youju.gate.wording import Shown, shown
from youju.orgs.consents import Purpose
from youju.records.heads.attachments import Attachment
from youju.records.heads.releases import released_of
from youju.records.publicity.article.body import pictures_called
from youju.records.publicity.article.moves import ArticleState
from youju.records.publicity.article.outgoing import article_outgoing

if TYPE_CHECKING:
    from youju.records.publicity.article.models import Article

_PAST = (ArticleState.LIVE, ArticleState.DOWN, ArticleState.GIVEN_UP)


def held_back(article: "Article") -> list[Shown]:
    """What the publication gate would find as the text stands; nothing once it was decided on."""
    if article.state in _PAST:
        return []
    return [shown(finding) for finding in findings_in(article_outgoing(article))]


def without_consent(article: "Article") -> list[str]:
    """One sentence for each person shown who did not agree to it."""
    if article.state in _PAST:
        return []
    every = article.mentions.select_related("person")
    return [
        _("%(name)s has no valid consent “%(purpose)s”: note it on the person's page, or take them out.")
        % {"name": mention.person, "purpose": Purpose(mention.purpose).label}
        for mention in every
        if not mention.has_consent
    ]


def unseen_pictures(article: "Article", attached: list[Attachment]) -> list[str]:
    """One sentence for each picture that the text calls and readers would not see."""
    if article.state in (ArticleState.DOWN, ArticleState.GIVEN_UP):
        return []
    names, open_ones = {each.name for each in attached}, {each.name for each in released_of([article.ref])[article.ref]}
    called = dict.fromkeys(pictures_called(article.body))
    return [_sentence(name, name in names) for name in called if name not in open_ones]


def _sentence(name: str, is_attached: bool) -> str:
    if is_attached:
        text = _("“%(name)s” is not released: readers see its words alone. An officer releases it below the evidence.")
    else:
        text = _("The text calls a picture “%(name)s”, but no attached file has this name.")
    return text % {"name": name}
