"""The rows that answers are counted in: made at opening, added to together, put together at closing.

Every function runs in the transaction of its verb, with the survey's head held: one at a time changes a survey's rows.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Case, F, Value, When

from youju.lib import chance
from youju.records.reviews.survey.errors import AnswersUnfit
from youju.records.reviews.survey.merging import put_together
from youju.records.reviews.survey.questions import LONGEST_TEXT
from youju.records.reviews.survey.tallies import Method, Sheets, Tally, TextBox

Chosen = Mapping[int, int]
"""The option chosen of each question that was answered, both by their places from 1."""


def ballots_begin(survey: Any) -> None:
    """Make every row anew for the questions as they now stand; nothing may have been answered."""
    survey.tallies.all().delete()
    survey.boxes.all().delete()
    for row in survey.sheets.all():
        _make_tallies(survey, row.unit, row.method)
    texts = [question.place for question in survey.questions.all() if not question.choices]
    TextBox.objects.bulk_create(TextBox(survey=survey, question=place) for place in texts)


def ballots_for(survey: Any, unit: str, method: Method) -> Sheets:
    """The row of a unit's sheets in one way, made with all its tallies where there is none yet."""
    row: Sheets
    row, made = Sheets.objects.get_or_create(survey=survey, unit=unit, method=method)
    if made:
        _make_tallies(survey, unit, method)
    return row


def ballot_add(survey: Any, unit: str, chosen: Chosen, texts: Mapping[int, str]) -> None:
    """Count one answer that came by ticket. Raises AnswersUnfit, where nothing is counted.

    All rows of the unit are written, and all boxes, whatever was answered: the last of them written tells nothing.
    """
    sizes = {question.place: len(question.choices) for question in survey.questions.all()}
    if not all(1 <= option <= sizes.get(place, 0) for place, option in chosen.items()):
        raise AnswersUnfit()
    tallies = survey.tallies.filter(unit=unit, method=Method.TICKETS)
    picked = [When(question=place, option=option, then=Value(1)) for place, option in chosen.items()]
    tallies.update(n=F("n") + Case(*picked, default=Value(0)) if picked else F("n"))
    if survey.sheets.filter(unit=unit, method=Method.TICKETS).update(returned=F("returned") + 1) != 1:
        raise AnswersUnfit()
    for box in survey.boxes.all():
        _drop_in(box, [texts[box.question]] if texts.get(box.question) else [])


def ballots_set(survey: Any, unit: str, method: Method, counts: Mapping[tuple[int, int], int]) -> None:
    """Let a unit's tallies of one way be these, by question and option; what is not named is 0."""
    for tally in survey.tallies.filter(unit=unit, method=method):
        tally.n = counts.get((tally.question, tally.option), 0)
        tally.save(update_fields=["n"])


def texts_add(survey: Any, texts: Mapping[int, Sequence[str]]) -> None:
    """Put texts into their boxes, each as often as it was written; what is there as often already is not put in."""
    for box in survey.boxes.all():
        given = Counter(text for text in map(str.strip, texts.get(box.question, ())) if text)
        _drop_in(box, list((given - Counter(box.texts)).elements()))


def ballots_merge(survey: Any) -> None:
    """Put the units with few answers together, and forget which answers came which way."""
    returned: Counter[str] = Counter()
    for row in survey.sheets.all():
        returned[row.unit] += row.returned
    together = put_together(returned, survey.least)
    sheets: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    tallies: Counter[tuple[str, int, int]] = Counter()
    for row in survey.sheets.all():
        key = ("" if row.unit in together else row.unit, row.method)
        sheets[key].update(issued=row.issued, returned=row.returned)
    for tally in survey.tallies.all():
        tallies["" if tally.unit in together else tally.unit, tally.question, tally.option] += tally.n
    survey.sheets.all().delete()
    survey.tallies.all().delete()
    Sheets.objects.bulk_create(
        Sheets(survey=survey, unit=unit, method=method, **counts) for (unit, method), counts in sorted(sheets.items())
    )
    Tally.objects.bulk_create(
        Tally(survey=survey, unit=unit, question=question, option=option, n=n)
        for (unit, question, option), n in sorted(tallies.items())
    )


def ballots_clear(survey: Any) -> None:
    """Forget all that was answered."""
    for rows in (survey.sheets, survey.tallies, survey.boxes):
        rows.all().delete()


def _make_tallies(survey: Any, unit: str, method: str) -> None:
    Tally.objects.bulk_create(
        Tally(survey=survey, unit=unit, method=method, question=question.place, option=option)
        for question in survey.questions.all()
        for option in range(1, len(question.choices) + 1)
    )


def dropped_in(heap: Sequence[str], text: str) -> list[str]:
    """A heap of texts with one more, at any place as likely: each order of all of them is as likely as any other."""
    place = chance.below(len(heap) + 1)
    return [*heap[:place], text[:LONGEST_TEXT], *heap[place:]]


def _drop_in(box: TextBox, texts: Iterable[str]) -> None:
    for text in texts:
        box.texts = dropped_in(box.texts, text)
    box.save(update_fields=["texts"])
