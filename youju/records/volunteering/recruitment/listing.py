"""What a list of calls for volunteers shows of each."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from youju.records.declared.case_columns import CaseColumn
from youju.records.heads.case import Case
from youju.records.volunteering.recruitment.models import Recruitment, SignUp


def _days(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.happened.isoformat() for case in cases}


def _taken(cases: Sequence[Case]) -> Mapping[int, str]:
    """Signed up / places: 23/20 where three wait."""
    counts = dict.fromkeys((case.pk for case in cases), 0)
    for pk in SignUp.objects.filter(record__in=counts, left=False).values_list("record", flat=True):
        counts[pk] += 1
    return {case.pk: f"{counts[case.pk]}/{case.places}" for case in cases if isinstance(case, Recruitment)}


COLUMNS = (CaseColumn(_("Day of the activity"), _days), CaseColumn(_("Signed up / places"), _taken))
