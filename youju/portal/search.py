"""Searching the site: what holds every word first, else what comes nearest; and what is related to an article."""

from collections import Counter
from math import log
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from youju.lib.grams import asked_grams, grams
from youju.orgs.settings import setting
from youju.portal.articles import Teaser, public_articles, teasers
from youju.portal.page import public_answer, render
from youju.portal.places import has_answers, is_asked
from youju.portal.site import site_of
from youju.records.publicity.article.body import plain
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.words import ArticleWords

# So long a question may be; so many of the newest that fit are put in order; so much of the words a near one holds.
_LONGEST, _RANKED, _NEAR = 60, 400, 0.5
_IN_TITLE, _RELATED, _AROUND = 4, 5, 36
# So many words two titles share where no tag tells that they belong together: three characters alone are a common word.
_SHARED = 4


@public_answer
@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Articles for ``?q=``. Nothing typed shows the empty box."""
    site = site_of(request)
    typed = " ".join(request.GET.get("q", "").replace("\0", "").split())
    asked = typed[:_LONGEST]
    found, near = found_for(asked)
    page = Paginator(found, setting("site_rows")).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "asked": asked,
        "cut_at": _LONGEST if typed != asked else 0,
        "near": near,
        "has_answers": has_answers(),
        "may_ask": is_asked(),
        "count": len(found),
        "page": page,
        "numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)),
        "hits": [(each, _shown(each, asked)) for each in teasers(list(page.object_list))],
    }
    return render(site, "portal/search.html", context)


def found_for(asked: str) -> tuple[list[Article], bool]:
    """The articles that answer, the best first; and whether they only come near, none holding all of it."""
    words = asked_grams(asked)
    every = _readable(ArticleWords.objects.holding(words))
    if every or len(set(words)) < 2:
        return _ranked(every, words), False
    wanted = set(words)
    near = [each for each in _readable(ArticleWords.objects.holding(words, every=False))
            if len(wanted & set(each.words.words.split())) >= _NEAR * len(wanted)]  # fmt: skip
    return _ranked(near, words), bool(near)


def related(article: Article) -> list[Article]:
    """Up to five others that share the rarest words of title and tags."""
    own = set(grams(f"{article.title} {article.tags}"))
    others = [each for each in _readable(ArticleWords.objects.holding(sorted(own), every=False)) if each != article]
    held = {each.pk: own & set(grams(f"{each.title} {each.tags}")) for each in others}
    spread = Counter(word for words in held.values() for word in words)
    weight = {word: log(1 + len(others) / times) for word, times in spread.items()}
    scores = {pk: sum(weight[word] for word in words if len(word) > 1) for pk, words in held.items()}
    tags = set(article.tag_list)
    near = [each for each in others if tags & set(each.tag_list) or len(held[each.pk]) >= _SHARED]
    best = sorted(near, key=lambda each: -scores[each.pk])
    return best[:_RELATED]


def _readable(rows: Any) -> list[Article]:
    """Of the rows of words the articles that everybody may read, the newest first."""
    return list(public_articles().filter(pk__in=rows.values("pk")).select_related("words")[:_RANKED])


def _ranked(articles: list[Article], words: list[str]) -> list[Article]:
    """Those with more of the words in title and tags first; of equals the newest."""
    wanted = set(words)

    def held(article: Article) -> int:
        titled = wanted & set(grams(f"{article.title} {article.tags}"))
        return _IN_TITLE * len(titled) + len(wanted & set(article.words.words.split()))

    return sorted(articles, key=lambda article: -held(article))


def _shown(teaser: Teaser, asked: str) -> SafeString:
    """The place of the text that answers, with what was asked marked in it; how it begins where that is elsewhere."""
    text, terms = " ".join(plain(teaser.article.body).split()), asked.split()
    places = [text.casefold().find(term.casefold()) for term in terms]
    first = min((place for place in places if place >= 0), default=-1)
    if first < 0:
        return conditional_escape(teaser.excerpt)
    start = max(0, first - _AROUND)
    return _marked(("…" if start else "") + text[start : first + 2 * _AROUND] + "…", terms)


def _marked(text: str, terms: list[str]) -> SafeString:
    """The text with each term in a mark."""
    pieces, rest, folded = [], text, [term.casefold() for term in terms if term]
    while rest:
        at, term = min(
            ((place, term) for term in folded if (place := rest.casefold().find(term)) >= 0), default=(len(rest), "")
        )
        pieces += [("", rest[:at])] if at else []
        pieces += [("mark", rest[at : at + len(term)])] if term else []
        rest = rest[at + len(term) :]
    html = (("<mark>" if kind else "", text, "</mark>" if kind else "") for kind, text in pieces)
    return format_html_join(
        "", "{}{}{}", ((SafeString(before), text, SafeString(after)) for before, text, after in html)
    )
