"""Follow-ups as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.followup.forms import FollowupForm, FollowupMoveForm
from youju.records.followup.models import MEASURES, Followup
from youju.records.heads.sections import Section
from youju.records.kind import CaseKind

KIND = CaseKind(
    code="followup",
    section=Section.REVIEWS,
    label=_("Follow-ups"),
    help=_("A need or problem that has to be settled: by whom, by when, and what came of it."),
    model=Followup,
    opens=FollowupForm,
    move_form=FollowupMoveForm,
    measures=MEASURES,
    own_section=False,
    comes_from="source",
)
