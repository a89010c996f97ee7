"""What a list of nominations shows of each."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from youju.records.declared.case_columns import CaseColumn
from youju.records.heads.case import Case
from youju.records.honours.nomination.models import Nomination


def _rounds(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.selection.title for case in cases if isinstance(case, Nomination)}


def _numbers(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.number_text for case in cases if isinstance(case, Nomination)}


COLUMNS = (CaseColumn(_("Selection"), _rounds), CaseColumn(_("Certificate"), _numbers))
