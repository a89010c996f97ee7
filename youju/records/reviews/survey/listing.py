"""What a list of surveys shows of each."""

from collections.abc import Mapping, Sequence

from django.db.models import Sum
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.records.declared.case_columns import CaseColumn
from youju.records.heads.case import Case
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.tallies import Sheets


def _days(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.due_on.isoformat() if case.due_on else "" for case in cases}


def _answers(cases: Sequence[Case]) -> Mapping[int, str]:
    """Answers / handed out; of fewer answers than are told of, that they are few."""
    rows = Sheets.objects.filter(survey__in=[case.pk for case in cases]).values("survey")
    counts = {row["survey"]: row for row in rows.annotate(back=Sum("returned"), out=Sum("issued")).order_by()}
    found = {}
    for case in cases:
        if case.pk in counts and isinstance(case, Survey):
            back, out = counts[case.pk]["back"], counts[case.pk]["out"]
            few = _text("fewer than %(least)d") % {"least": case.least}
            found[case.pk] = f"{few if 0 < back < case.least else back}/{out}"
    return found


COLUMNS = (CaseColumn(_("Last day to answer"), _days), CaseColumn(_("Answers / sheets"), _answers))
