"""The results of a closed survey as a workbook."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from youju.desk.surveys.getting import get_survey
from youju.desk.workbooks import workbook_file
from youju.errors import NotFound
from youju.lib.sheets import Column, write_rows
from youju.records.reviews.survey.results import Results, UnitLine, results_of

_Sheet = tuple[str, Sequence[Column], Sequence[Sequence[Any]]]


@require_GET
def results(request: HttpRequest, ref: str) -> HttpResponseBase:
    """What the page shows, and no more. Raises NotFound, also before it is closed."""
    survey = get_survey(request, ref)
    if not survey.standing():
        raise NotFound()
    content = BytesIO()
    write_rows(content, list(_sheets(results_of(survey))))
    answer = workbook_file(content, _("%(title)s, results") % {"title": survey.title})
    answer["Cache-Control"] = "private, no-store"
    return answer


def _sheets(found: Results) -> Iterator[_Sheet]:
    yield _("Results"), _columns(question=60, option=24, count=10, share=12, satisfied=12), list(_questions(found))
    yield _("By unit"), _columns(unit=40, issued=10, returned=10, rate=12, satisfied=12), list(_units(found))
    texts = [(question, text) for question, said in found.texts for text in said]
    if texts:
        yield _("What was written"), _columns(question=40, text=80), texts


def _columns(**widths: int) -> list[Column]:
    labels = {
        "question": _("question"), "option": _("option"), "count": _("how many"), "share": _("share in %"),
        "satisfied": _("satisfied in %"), "unit": _("unit"), "issued": _("handed out"), "returned": _("came back"),
        "rate": _("rate of return in %"), "text": _("what was written"),
    }  # fmt: skip
    sorts = dict.fromkeys(("question", "option", "unit", "text"), "text")
    sorts |= dict.fromkeys(("count", "issued", "returned"), "whole")
    return [Column(name, labels[name], width=width, sort=sorts.get(name, "decimal")) for name, width in widths.items()]


def _questions(found: Results) -> Iterator[tuple[Any, ...]]:
    for answered in found.questions:
        for option in answered.options:
            yield answered.question.text, option.text, option.n, option.share, None
        yield answered.question.text, _("Answered"), answered.answers, None, answered.satisfied
        if answered.blank:
            yield answered.question.text, _("Left blank"), answered.blank, None, None


def _units(found: Results) -> Iterator[tuple[Any, ...]]:
    lines: list[UnitLine] = [*found.units, found.total] if len(found.units) > 1 else [*found.units]
    for line in lines:
        yield line.name, line.issued, line.returned, line.rate, line.satisfied
