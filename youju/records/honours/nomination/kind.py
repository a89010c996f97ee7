"""Nominations as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.honours.nomination.forms import NominationForm, NominationMoveForm
from youju.records.honours.nomination.listing import COLUMNS
from youju.records.honours.nomination.models import MEASURES, Nomination
from youju.records.honours.nomination.page import beside
from youju.records.honours.nomination.vouching import certificate_vouched
from youju.records.honours.round.paper import certificate_paper
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for

KIND = CaseKind(
    code="nomination",
    section=Section.HONOURS,
    label=_("Nominations"),
    help=_("Whom a unit puts forward in a selection, with the deeds and what proves them."),
    model=Nomination,
    opens=NominationForm,
    move_form=NominationMoveForm,
    open_label=_("Nominate"),
    opens_for=units_to_record_for,
    files=True,
    columns=COLUMNS,
    beside=beside,
    paper=certificate_paper,
    vouches=certificate_vouched,
    measures=MEASURES,
)
