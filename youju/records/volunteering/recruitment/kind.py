"""Calls for volunteers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.becoming import Becoming
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for
from youju.records.volunteering.recruitment.forms import RecruitmentForm, RecruitmentMoveForm
from youju.records.volunteering.recruitment.listing import COLUMNS
from youju.records.volunteering.recruitment.models import MEASURES, Recruitment
from youju.records.volunteering.recruitment.page import beside
from youju.records.volunteering.recruitment.service_values import service_values

KIND = CaseKind(
    code="recruitment",
    section=Section.VOLUNTEERING,
    label=_("Calls for volunteers"),
    help=_("An activity to come: who may sign up, who has a place, who waits, and who came."),
    model=Recruitment,
    opens=RecruitmentForm,
    move_form=RecruitmentMoveForm,
    open_label=_("Open the list"),
    opens_for=units_to_record_for,
    columns=COLUMNS,
    beside=beside,
    becomes=Becoming("service", service_values),
    measures=MEASURES,
)
