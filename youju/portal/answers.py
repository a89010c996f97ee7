"""What was answered before: searched, by topic, each with the unit that answered and the day."""

from functools import lru_cache
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from youju.errors import NotFound
from youju.lib.grams import asked_grams, grams
from youju.lib.text import visible
from youju.orgs.settings import setting
from youju.portal.page import public_answer, public_page, render
from youju.portal.site import site_of
from youju.records.inquiries.inquiry.published import PublicAnswer, as_published, published_answers

_LONGEST = 60
# So many of the newest are searched; so much of the words a near one holds; so many are shown beside a question.
_SEARCHED, _NEAR, _BESIDE = 2000, 0.4, 5


@public_answer
@require_safe
def answers(request: HttpRequest) -> HttpResponseBase:
    """All of them, the newest first; with ``?q=`` what comes nearest, with ``?topic=`` those on it."""
    site, typed = site_of(request), visible(request.GET.get("q", "")).strip()
    asked = typed[:_LONGEST].strip()
    topic = request.GET.get("topic", "")[:_LONGEST]
    topics = _topics()
    if topic and topic not in topics:
        raise NotFound()
    rows = published_answers().filter(record__topic__code=topic) if topic else published_answers()
    found: Any = near_answers(asked, _SEARCHED, topic) if asked else rows
    page = Paginator(found, setting("site_rows")).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "cut_at": _LONGEST if typed != asked else 0,
        "topic": topic,
        "topics": topics,
        "page": page,
        "numbers": list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)),
        "found": [each if isinstance(each, PublicAnswer) else as_published(each) for each in page.object_list],
        "ask_open": setting("ask_open"),
        "current": "answers",
    }
    return render(site, "portal/answers.html", context)


@public_page
def answer(request: HttpRequest, number: str) -> HttpResponseBase:
    """One answer. Raises NotFound for what is not public, as for what was never asked."""
    site = site_of(request)
    found = published_answers().filter(record__number=number).first()
    if found is None:
        raise NotFound()
    return render(site, "portal/answer.html", {"shown": as_published(found), "current": "answers"})


def near_answers(text: str, most: int = _BESIDE, topic: str = "") -> list[PublicAnswer]:
    """The answers that share most words with a text, the nearest first."""
    wanted = set(asked_grams(text))
    if not wanted:
        return []
    scored = [
        (len(wanted & words) / len(wanted), shown) for words, shown in _words() if not topic or _is_on(shown, topic)
    ]
    best = sorted((each for each in scored if each[0] >= _NEAR), key=lambda each: -each[0])
    return [shown for _score, shown in best[:most]]


def _words() -> tuple[tuple[frozenset[str], PublicAnswer], ...]:
    """The words of the newest answers, in the language now active; kept until one is added or taken away."""
    told = published_answers().order_by().aggregate(count=Count("pk"), last=Max("pk"), sent=Max("sent_on"))
    return _kept_words(get_language(), *told.values())


@lru_cache(maxsize=2)
def _kept_words(*_stamp: object) -> tuple[tuple[frozenset[str], PublicAnswer], ...]:
    shown = [as_published(each) for each in published_answers()[:_SEARCHED]]
    return tuple((frozenset(grams(f"{each.title} {each.question} {each.text}")), each) for each in shown)


def _is_on(shown: PublicAnswer, topic: str) -> bool:
    about = shown.answer.record.topic
    return about is not None and about.code == topic


def _topics() -> dict[str, str]:
    """Name by code of the topics on which something was answered, by their names."""
    rows = published_answers().order_by().values_list("record__topic__code", "record__topic__name").distinct()
    return dict(sorted(((code, name) for code, name in rows if code), key=lambda row: row[1]))
