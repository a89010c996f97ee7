"""Volunteer teams as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section
from youju.records.volunteering.team.forms import TeamForm
from youju.records.volunteering.team.models import MEASURES, Team

KIND = RecordKind(
    code="team",
    section=Section.VOLUNTEERING,
    label=_("Volunteer teams"),
    help=_("A volunteer team founded or dissolved, or what teams took part in."),
    model=Team,
    form=TeamForm,
    measures=MEASURES,
    needs=(Need(EvidenceRole.DECISION),),
)
