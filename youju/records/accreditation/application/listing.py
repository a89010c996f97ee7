"""What a list of applications shows of each, and by what it is narrowed."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.records.accreditation.application.marks import sheets_of
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.checklist.words import level_names
from youju.records.declared.case_columns import CaseColumn, CaseNarrow
from youju.records.heads.case import Case


def _levels(cases: Sequence[Case]) -> Mapping[int, str]:
    names = level_names()
    return {case.pk: names.get(case.level, "") for case in cases if isinstance(case, Application)}


def _progress(cases: Sequence[Case]) -> Mapping[int, str]:
    sheets = sheets_of({case.pk: case.checklist for case in cases if isinstance(case, Application)})
    return {pk: f"{sheet.given}/{len(sheet.lines)}" for pk, sheet in sheets.items()}


COLUMNS = (CaseColumn(_("Level"), _levels), CaseColumn(_("Assessed"), _progress))
NARROWS = (
    CaseNarrow("assessing", _("assessing itself"), lambda: Q(state=ApplicationState.ADMITTED)),
    CaseNarrow("review", _("under review"), lambda: Q(state=ApplicationState.ASSESSED)),
    CaseNarrow("proposed", pgettext_lazy("application", "proposed"), lambda: Q(state=ApplicationState.PROPOSED)),
)
