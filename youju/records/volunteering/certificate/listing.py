"""What a list of certificates shows of each, and by what it is narrowed."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.phrases import duration
from youju.records.declared.case_columns import CaseColumn, CaseNarrow
from youju.records.heads.case import Case
from youju.records.volunteering.certificate.models import Certificate
from youju.records.volunteering.certificate.moves import CertificateState
from youju.records.volunteering.certificate.served import outdated


def _numbers(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.number_text for case in cases if isinstance(case, Certificate)}


def _hours(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: duration(case.minutes) for case in cases if isinstance(case, Certificate) and case.served}


def _notices(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.due_on.isoformat() for case in cases if case.due_on}


def _to_issue() -> Q:
    return Q(state=CertificateState.NOTICE, due_on__lt=clock.today())


def _outdated() -> Q:
    issued = Certificate.objects.filter(state=CertificateState.ISSUED).select_related("person")
    return Q(pk__in=outdated(issued))


COLUMNS = (
    CaseColumn(_("Number"), _numbers),
    CaseColumn(_("Time served"), _hours),
    CaseColumn(_("Notice to"), _notices),
)
NARROWS = (
    CaseNarrow("to-issue", _("notice over, to issue"), _to_issue),
    CaseNarrow("outdated", _("services changed since"), _outdated),
)
