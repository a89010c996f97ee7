"""The survey that a page is about, with the right that the page needs."""

from django.http import HttpRequest

from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.records.reading.access import get_case_for
from youju.records.reviews.survey.errors import NotAnswering
from youju.records.reviews.survey.models import Survey
from youju.records.rights import may_record


def get_survey(request: HttpRequest, ref: str) -> Survey:
    """One that the member may read. Raises NotFound."""
    found = get_case_for(member_of(request), ref)
    if not isinstance(found, Survey):
        raise NotFound()
    return found


def get_survey_to_run(request: HttpRequest, ref: str) -> Survey:
    """One that takes answers, for whoever records for its unit. Raises NotFound, NotAllowed, NotAnswering."""
    survey = get_survey(request, ref)
    if not may_record(member_of(request), survey.unit_id, survey.section):
        raise NotAllowed()
    if not survey.answering:
        raise NotAnswering(title=survey.title, state=survey.state_label)
    return survey
