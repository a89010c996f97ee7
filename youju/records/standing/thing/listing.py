"""What a list of things shows of each."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.records.case import Case
from youju.records.case_columns import CaseColumn
from youju.records.standing.thing.models import Thing


def _since(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.happened.isoformat() for case in cases}


def _parts(cases: Sequence[Case]) -> Mapping[int, str]:
    today = clock.today()
    counts = {case.pk: len(case.parts_on(today)) for case in cases if isinstance(case, Thing)}
    return {pk: str(count or "") for pk, count in counts.items()}


COLUMNS = (CaseColumn(_("There since"), _since), CaseColumn(_("Participants"), _parts))
