"""Articles that go up, or are taken down, at the moment for which they were scheduled, or because a consent is gone."""

from datetime import date

from django.db import transaction

from youju.errors import YoujuError
from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.records.alerts import AlertSort, alert
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.moves import ArticleState
from youju.records.verbs.case_verbs import case_move_by_clock
from youju.records.verbs.record_begin import record_begin_after


def scheduled_articles(day: date) -> list[str]:
    """Each article whose moment has come, with its version: taken down and scheduled anew, it comes again."""
    now = clock.now()
    up = Article.objects.filter(state=ArticleState.SCHEDULED, up_at__lte=now)
    down = Article.objects.filter(state=ArticleState.LIVE, down_at__lte=now)
    gone = Article.objects.without_consent(clock.day_of(now)).exclude(pk__in=down)
    moves = (("appear", up), ("run-out", down), ("consent-gone", gone))
    return [f"{article.ref}#{action}-{article.version}" for action, due in moves for article in due.order_by("ref")]


@transaction.atomic
def move_article(key: str) -> str:
    """Put it up or take it down. What must not go up stays where it is: who handed it in is told, and the reason."""
    ref, _hash, milestone = key.partition("#")
    action = milestone.rpartition("-")[0]
    article = Article.objects.filter(ref=ref).first()
    if article is None or action not in article.moves:
        return ""
    try:
        with transaction.atomic():
            case_move_by_clock(case=article, action=action)
            record_begin_after(case=article, action=action)
            if action == "consent-gone":
                told = {article.author, *article.readers}
                alert(told=[(member, article.ref) for member in told], sort=AlertSort.MOVED_ON, actor=SYSTEM)
    except YoujuError as refusal:
        alert(told=[(article.author, article.ref)], sort=AlertSort.MOVED_ON, actor=SYSTEM)
        return str(refusal)
    return ""
