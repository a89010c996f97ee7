"""What a list of selections shows of each."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from youju.records.declared.case_columns import CaseColumn
from youju.records.heads.case import Case
from youju.records.honours.round.models import Round


def _until(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.due_on.isoformat() if case.due_on else "" for case in cases}


def _titles(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: str(case.award) for case in cases if isinstance(case, Round)}


COLUMNS = (CaseColumn(_("Title given"), _titles), CaseColumn(_("Nominations to"), _until))
