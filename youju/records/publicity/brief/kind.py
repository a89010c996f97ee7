"""Briefs as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.kind import CaseKind
from youju.records.publicity.brief.forms import BriefForm, BriefMoveForm
from youju.records.publicity.brief.models import MEASURES, Brief
from youju.records.sections import Section

KIND = CaseKind(
    code="brief",
    section=Section.PUBLICITY,
    label=_("Briefs"),
    help=_("A text that was submitted to a bulletin of a higher body, and whether that adopted it."),
    model=Brief,
    opens=BriefForm,
    move_form=BriefMoveForm,
    measures=MEASURES,
)
