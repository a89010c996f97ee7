"""What the site lists of articles: of all, of a channel with those below it, of a tag; and what surrounds one."""

from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse

from youju.evidence import previews
from youju.lib import clock
from youju.records.heads.attachments import Attachment
from youju.records.heads.releases import released_of
from youju.records.publicity.article.body import excerpt
from youju.records.publicity.article.models import Article, ArticleQuerySet
from youju.records.publicity.channel.models import Channel, with_below


class Teaser(NamedTuple):
    """An article in a list. picture: the address of its cover, "" where it has none."""

    article: Article
    excerpt: str
    picture: str = ""


def public_articles() -> ArticleQuerySet:
    """What everybody may read now, the newest first: the one question that every page, feed and search asks."""
    found: ArticleQuerySet = Article.objects.public(clock.now())
    return found.select_related("channel", "unit").order_by("-published_at", "-pk")


def of_channel(channel: Channel, channels: tuple[Channel, ...]) -> ArticleQuerySet:
    """Those of a channel and of all below it."""
    return public_articles().filter(channel__in=with_below(channel, list(channels)))


def of_tag(tag: str) -> ArticleQuerySet:
    """Those that bear a tag, whole."""
    alone, first, last, between = (tag, f"{tag} ", f" {tag}", f" {tag} ")
    borne = Q(tags=alone) | Q(tags__startswith=first) | Q(tags__endswith=last) | Q(tags__contains=between)
    return public_articles().filter(borne)


def teasers(articles: list[Article]) -> list[Teaser]:
    """The articles of a list, with how they begin and their covers: one query more for all."""
    covers = {ref: files[0] for ref, files in pictures_of([each.ref for each in articles]).items() if files}
    return [Teaser(each, excerpt(each.body), _cover(covers.get(each.ref))) for each in articles]


def pictures_of(refs: list[str]) -> dict[str, list[Attachment]]:
    """The released pictures of articles; the first is the cover."""
    return {ref: [each for each in files if is_picture(each)] for ref, files in released_of(refs).items()}


def is_picture(attachment: Attachment) -> bool:
    return attachment.file is not None and previews.is_picture(attachment.file)


def _cover(picture: Attachment | None) -> str:
    return reverse("site-picture", args=[picture.record_ref, picture.pk]) if picture else ""


class Neighbours(NamedTuple):
    newer: Article | None
    older: Article | None


def neighbours(article: Article) -> Neighbours:
    """The articles of the same channel that went up next and before."""
    same = public_articles().filter(channel=article.channel_id)
    at, pk = article.published_at, article.pk
    newer = same.filter(Q(published_at__gt=at) | Q(published_at=at, pk__gt=pk)).order_by("published_at", "pk").first()
    older = same.filter(Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk)).first()
    return Neighbours(newer, older)
