"""What a closed survey says: of each question, of each unit, and the texts."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.lib.rounding import percent
from youju.orgs.units import Unit
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.questions import Question
from youju.records.reviews.survey.tallies import Method, Sheets


class Option(NamedTuple):
    """share: in percent of those who answered the question. pleased: whether it means satisfied."""

    text: str
    n: int
    share: Decimal | None
    pleased: bool


class Answered(NamedTuple):
    """answers: to this question; blank: sheets without one. satisfied: in percent of all sheets that came back, as the
    figure counts them; None where it is not about that.

    before: what the same question had in the survey before, None where that had none like it.
    """

    question: Question
    options: Sequence[Option]
    answers: int
    blank: int
    satisfied: Decimal | None
    before: Decimal | None
    counts: bool


class UnitLine(NamedTuple):
    """One unit, or several that are told of together. satisfied: None where nobody answered or nothing was asked."""

    name: str
    issued: int
    returned: int
    rate: Decimal | None
    satisfied: Decimal | None


class Earlier(NamedTuple):
    """The survey that this one is compared with. total: of all its units. methods: how its answers came."""

    survey: Survey
    total: UnitLine
    methods: Sequence[tuple[str, int]]


class Results(NamedTuple):
    """total: of all units. methods: how the answers came, and how many. texts: by question, in no order.

    earlier: what it is compared with; unlike: where it is with none, the last one, which asked otherwise.
    """

    total: UnitLine
    methods: Sequence[tuple[str, int]]
    questions: Sequence[Answered]
    units: Sequence[UnitLine]
    texts: Sequence[tuple[str, Sequence[str]]]
    earlier: Earlier | None
    unlike: Survey | None


def results_of(survey: Survey) -> Results:
    """Of a closed survey; a few queries."""
    sheets, names = list(survey.sheets.all()), unit_names(survey)
    returned = sum(row.returned for row in sheets)
    counted = counted_before(survey)
    earlier = next((each for each in counted if comparable(survey, each)), None)
    before = _rates(earlier) if earlier else {}
    texts = {box.question: box.texts for box in survey.boxes.all()}
    questions = list(survey.questions.all())
    return Results(
        _line(_("All"), sheets, sum(survey.satisfied_by_unit().values()) if survey.key_question else None),
        methods_of(sheets),
        [_answered(survey, question, returned, before) for question in questions if question.choices],
        _unit_lines(survey, sheets, names),
        [(question.text, texts.get(question.place, [])) for question in questions if not question.choices],
        _told(earlier) if earlier else None,
        None if earlier else next(iter(counted), None),
    )


def _told(survey: Survey) -> Earlier:
    sheets = list(survey.sheets.all())
    return Earlier(survey, _line(_("All"), sheets, None), methods_of(sheets))


def methods_of(sheets: Sequence[Sheets]) -> list[tuple[str, int]]:
    """How answers came, in words, with how many; what brought none is left out."""
    counts = Counter[str]()
    for row in sheets:
        counts[row.method] += row.returned
    return [(str(method.label), counts[method]) for method in Method if counts[method]]


def unit_names(survey: Survey) -> dict[str, str]:
    """The names of the units of a survey's rows, by their codes."""
    codes = [row.unit for row in survey.sheets.all()]
    names = {unit.code: str(unit) for unit in Unit.objects.filter(code__in=codes)}
    return names | {"": _("units with few answers, together")}


def counted_before(survey: Survey) -> list[Survey]:
    """Those before it of the same unit, of the same people, that were counted; the last first."""
    closed = Survey.objects.filter(unit=survey.unit_id, audience=survey.audience, state="closed")
    earlier = closed.filter(happened__lt=survey.happened).prefetch_related("questions")
    return list(earlier.order_by("-happened", "-pk"))


def comparable(survey: Survey, other: Survey) -> bool:
    """Whether one question about satisfaction agrees in both."""
    asked, before = ({each.fingerprint for each in of.questions.all() if each.pleased} for of in (survey, other))
    return bool(asked & before)


def _rates(survey: Survey) -> dict[str, Decimal | None]:
    """The share satisfied of each question, by its fingerprint."""
    returned = survey.answers()
    answered = [_answered(survey, question, returned, {}) for question in survey.questions.all() if question.pleased]
    return {each.question.fingerprint: each.satisfied for each in answered}


def _answered(survey: Survey, question: Question, returned: int, before: dict[str, Decimal | None]) -> Answered:
    counts: Counter[int] = Counter()
    for tally in survey.tallies.all():
        if tally.question == question.place:
            counts[tally.option] += tally.n
    total = counts.total()
    options = [
        Option(text, counts[number], percent(counts[number], total, 1), number in question.pleased)
        for number, text in enumerate(question.choices, 1)
    ]
    pleased = sum(option.n for option in options if option.pleased)
    key = survey.key_question
    return Answered(
        question, options, total, max(returned - total, 0),
        percent(pleased, max(returned, total)) if question.pleased else None,
        before.get(question.fingerprint), key is not None and key.place == question.place,
    )  # fmt: skip


def _unit_lines(survey: Survey, sheets: Sequence[Sheets], names: dict[str, str]) -> list[UnitLine]:
    satisfied = survey.satisfied_by_unit()
    asked = survey.key_question is not None
    codes = sorted({row.unit for row in sheets}, key=lambda code: (not code, code))
    return [
        _line(
            names.get(code, code),
            [row for row in sheets if row.unit == code],
            satisfied.get(code, 0) if asked else None,
        )
        for code in codes
    ]


def _line(name: str, sheets: Sequence[Sheets], satisfied: int | None) -> UnitLine:
    issued, returned = sum(row.issued for row in sheets), sum(row.returned for row in sheets)
    share = percent(satisfied, returned) if satisfied is not None else None
    return UnitLine(name, issued, returned, percent(returned, issued), share)
