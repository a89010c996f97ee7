"""A whole meeting answers at once: each code once, every count exact, and closing cuts between two answers.

``YOUJU_SOAK=1`` has 64 telephones send 500 answers; the suite has fewer of both.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.test import Client
from django.urls import reverse

from tests.records.cast import make_cast
from tests.records.reviews.surveys import codes, moved, opened
from youju.ledger.reading import all_facts
from youju.records.reading.drift import drifted
from youju.records.reviews.survey.errors import TooFewAnswers
from youju.records.reviews.survey.models import Survey

pytestmark = pytest.mark.django_db(transaction=True)

SOAK = bool(os.environ.get("YOUJU_SOAK"))
AT_ONCE, ANSWERS = (64, 500) if SOAK else (8, 20)


@pytest.fixture
def cast() -> Iterator[SimpleNamespace]:
    yield make_cast()


def said(number: int) -> dict[str, str]:
    """What the answer of this number says: every option comes, and every other one has a text."""
    return {"q1": str(1 + number % 3), "q2": str(1 + number % 5), "q3": f"第{number}条" if number % 2 else ""}


def posted(code: str, number: int) -> int:
    """The answer to a telephone: 302 is counted, 404 does not hold, 503 asks to come again."""
    telephone = Client(REMOTE_ADDR=f"10.0.{number // 250}.{number % 250}")
    try:
        while (status := telephone.post(reverse("ticket", args=[code]), said(number)).status_code) == 503:
            pass
        return status
    finally:
        connections.close_all()


def at_once(jobs: list[tuple[Callable[..., Any], tuple[Any, ...]]]) -> list[Any]:
    with ThreadPoolExecutor(AT_ONCE) as hands:
        return [each.result() for each in [hands.submit(job, *given) for job, given in jobs]]


def tallied(survey: Survey) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for row in survey.tallies.filter(n__gt=0):
        found[row.question, row.option] += row.n
    return found


def expected(numbers: list[int]) -> Counter[tuple[int, int]]:
    return Counter((place, int(said(number)[f"q{place}"])) for number in numbers for place in (1, 2))


def test_each_code_counts_once_however_many_send_it(cast: SimpleNamespace):
    survey = opened(cast, unit=cast.county, actor=cast.alice)
    half = ANSWERS // 2
    given = codes(survey, cast.alice, hill=half, lake=ANSWERS - half)
    jobs = [(posted, (code, number)) for number, code in enumerate(given)]
    statuses = Counter(at_once([*jobs, *reversed(jobs)]))
    assert statuses == {302: ANSWERS, 404: ANSWERS}
    assert tallied(survey) == expected(list(range(ANSWERS)))
    assert {row.unit: row.returned for row in survey.sheets.all()} == {"hill": half, "lake": ANSWERS - half}
    assert sorted(survey.boxes.get().texts) == sorted(said(n)["q3"] for n in range(ANSWERS) if n % 2)


def test_one_code_sent_by_all_at_once_counts_once(cast: SimpleNamespace):
    survey = opened(cast)
    (code,) = codes(survey, cast.bob, hill=1)
    assert Counter(at_once([(posted, (code, 0))] * AT_ONCE)) == {302: 1, 404: AT_ONCE - 1}
    assert tallied(survey) == expected([0])


def test_an_answer_is_counted_before_it_is_closed_or_refused_after(cast: SimpleNamespace):
    survey = opened(cast)
    given = codes(survey, cast.bob, hill=ANSWERS)
    jobs: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [(posted, (c, n)) for n, c in enumerate(given)]
    jobs.insert(ANSWERS // 2, (closed, (survey, cast)))
    statuses = at_once(jobs)
    assert statuses.pop(ANSWERS // 2) == "closed"
    counted = [number for number, status in enumerate(statuses) if status == 302]
    assert set(statuses) <= {302, 404} and len(counted) >= 5
    survey = Survey.objects.get()
    assert tallied(survey) == expected(counted) and survey.answers() == len(counted)
    told = {fact.measure: fact.quantity for fact in all_facts()}
    assert (told["reviews.answers"], told["reviews.issued"]) == (len(counted), ANSWERS)
    assert list(drifted()) == []


def closed(survey: Survey, cast: SimpleNamespace) -> str:
    """Close it as soon as it may be, while the others go on answering."""
    try:
        while True:
            try:
                return str(moved(Survey.objects.get(), "close", cast.bob).state)
            except (TooFewAnswers, OperationalError):
                continue
    finally:
        connections.close_all()
