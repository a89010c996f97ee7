"""The desk's addresses, in the project's words: each folder brings its own."""

from django.urls import include, path

from youju.desk import errors, noun_urls
from youju.desk.account import urls as account_urls
from youju.desk.accreditation import urls as accreditation_urls
from youju.desk.adopting import urls as adopting_urls
from youju.desk.alerts import urls as alerts_urls
from youju.desk.audit import urls as audit_urls
from youju.desk.cases import urls as cases_urls
from youju.desk.check import urls as check_urls
from youju.desk.confirming import urls as confirming_urls
from youju.desk.contacts import urls as contacts_urls
from youju.desk.duty import urls as duty_urls
from youju.desk.figures import urls as figures_urls
from youju.desk.gate import urls as gate_urls
from youju.desk.help import urls as help_urls
from youju.desk.inquiries import urls as inquiries_urls
from youju.desk.issuing import urls as issuing_urls
from youju.desk.ledger import urls as ledger_urls
from youju.desk.masking import urls as masking_urls
from youju.desk.mechanisms import urls as mechanisms_urls
from youju.desk.meetings import urls as meetings_urls
from youju.desk.members import urls as members_urls
from youju.desk.notices import urls as notices_urls
from youju.desk.orders import urls as orders_urls
from youju.desk.plans import urls as plans_urls
from youju.desk.practice import urls as practice_urls
from youju.desk.readiness import urls as readiness_urls
from youju.desk.records import urls as records_urls
from youju.desk.rounds import urls as rounds_urls
from youju.desk.search import urls as search_urls
from youju.desk.settings import urls as settings_urls
from youju.desk.setup import urls as setup_urls
from youju.desk.sheets import urls as sheets_urls
from youju.desk.sign_in import urls as sign_in_urls
from youju.desk.site_board import urls as site_board_urls
from youju.desk.summary import urls as summary_urls
from youju.desk.surveys import urls as surveys_urls
from youju.desk.system import urls as system_urls
from youju.desk.upper_form import urls as upper_form_urls
from youju.desk.visited import urls as visited_urls
from youju.desk.workbench import urls as workbench_urls

_FOLDERS = (
    workbench_urls,
    account_urls,
    alerts_urls,
    search_urls,
    help_urls,
    inquiries_urls,
    records_urls,
    visited_urls,
    sign_in_urls,
    sheets_urls,
    accreditation_urls,
    cases_urls,
    rounds_urls,
    notices_urls,
    surveys_urls,
    mechanisms_urls,
    duty_urls,
    contacts_urls,
    meetings_urls,
    plans_urls,
    figures_urls,
    adopting_urls,  # these two before the documents, whose references could be called so
    upper_form_urls,
    masking_urls,
    summary_urls,
    issuing_urls,
    gate_urls,
    orders_urls,
    ledger_urls,
    check_urls,
    site_board_urls,
    confirming_urls,
    audit_urls,
    members_urls,
    settings_urls,
    system_urls,
    practice_urls,
    readiness_urls,
    noun_urls,
    setup_urls,
)

urlpatterns = [
    path("too-large/", errors.too_large, name="too-large"),
    *(path("", include(folder)) for folder in _FOLDERS),
]
