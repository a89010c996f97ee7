"""What a list of official letters shows of each."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from youju.records.declared.case_columns import CaseColumn
from youju.records.heads.case import Case
from youju.records.inquiries.correction_letter.models import CorrectionLetter


def _numbers(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.number_text for case in cases if isinstance(case, CorrectionLetter)}


def _addressees(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.addressee for case in cases if isinstance(case, CorrectionLetter)}


COLUMNS = (CaseColumn(_("Number"), _numbers), CaseColumn(_("Addressee"), _addressees))
