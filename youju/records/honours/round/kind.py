"""Selections as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.becoming import Becoming
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.honours.round.awarding import award_values, decision_of
from youju.records.honours.round.forms import RoundForm, RoundMoveForm
from youju.records.honours.round.listing import COLUMNS
from youju.records.honours.round.models import MEASURES, Round
from youju.records.honours.round.page import beside, beside_for
from youju.records.honours.round.paper import certificates_paper
from youju.records.kind import CaseKind

KIND = CaseKind(
    code="round",
    section=Section.HONOURS,
    label=_("Selections"),
    help=_("Who is given a title: call, quotas, nominations, panel, list under notice, decision, certificates."),
    model=Round,
    opens=RoundForm,
    move_form=RoundMoveForm,
    open_label=_("Call a selection"),
    files=True,
    columns=COLUMNS,
    beside=beside,
    beside_for=beside_for,
    paper=certificates_paper,
    becomes=Becoming("award", award_values, on="award", evidence=decision_of, role=EvidenceRole.DECISION),
    measures=MEASURES,
)
