"""Volunteer teams as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import number_by
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
    told_by=("志愿服务队成立", "成立志愿服务队", "授旗", "接过队旗", "服务队成立", "组建", "队旗", "解散"),
    reads={"number": number_by("志愿服务队", "服务队", "队伍", measures="支个")},
)
