"""Who may open the pages of accreditation, and the application that an address names."""

from django.http import HttpRequest

from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Member
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ASSESSING
from youju.records.accreditation.checklist.verbs import may_keep
from youju.records.heads.sections import Section
from youju.records.reading.access import get_case_for
from youju.records.rights import may_record, sections_of


def reader_of(request: HttpRequest) -> Member:
    """Whoever has to do with the section. Raises NotAllowed."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU) or Section.ACCREDITATION not in sections_of(member):
        raise NotAllowed()
    return member


def keeper_of(request: HttpRequest) -> Member:
    """Whoever keeps checklists and campaigns. Raises NotAllowed."""
    member = member_of(request)
    if not may_keep(member):
        raise NotAllowed()
    return member


def campaign_of(code: str) -> Campaign:
    """Raises NotFound."""
    found = Campaign.objects.select_related("checklist").filter(code=code).first()
    if found is None:
        raise NotFound()
    return found


def application_of(request: HttpRequest, ref: str) -> Application:
    """Raises NotFound for every other case, as for one that is not the member's."""
    case = get_case_for(member_of(request), ref)
    if not isinstance(case, Application):
        raise NotFound()
    return case


def may_assess(member: Member, application: Application) -> bool:
    """Whether the member may write the self-assessment now."""
    open_now = application.state in ASSESSING
    return open_now and may_record(member, application.unit_id, application.section)
