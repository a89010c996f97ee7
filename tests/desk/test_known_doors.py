"""Every address of somebody's own thing is tried by members who must not: here stands in which file.

The doors of records have their tables in test_permissions.py; all others are named beside the file that tries them.
"""

from pathlib import Path
from types import SimpleNamespace

from tests.desk.test_permissions import doors
from tests.desk.test_strangers import owned_routes
from tests.records.cast import visits

TESTS = Path(__file__).parents[1]
TRIED = {
    "desk/test_viewer.py": "evidence-view evidence-pdf evidence-picture",
    "desk/test_made_up.py": "record-make-up record-count-made-up",
    "desk/test_record_pages.py": "record-correction",
    "desk/test_kept.py": "kept-text kept-text-delete",
    "desk/test_cases.py": "case case-move case-paper case-record",
    "desk/test_personal_page.py": "personal-page personal-file",
    "desk/test_people.py": "person person-change post-change consent-new consent-paper consent-end",
    "desk/test_definitions.py": "own-measure own-indicator measure-approve indicator-approve",
    "desk/test_sign_in.py": "sign-in sign-in-wall sign-in-list sign-in-open sign-in-close sign-in-name",
    "desk/test_later.py": "record-later record-later-undo",
    "desk/test_plans.py": "plan-item plan-item-edit plan-item-change plan-item-end plan-item-discard "
    "due due-excuse due-reopen zero-back",
    "desk/test_documents.py": "document document-title document-figures document-history document-file "
    "section-new section-edit section-compare section-restore section-act",
    "desk/test_document_returned.py": "document-returned",
    "desk/test_remarks.py": "comment-new comment-resolve objection-new objection-answer",
    "desk/test_issuing.py": "edition edition-numbered edition-file question-card question-card-file document-act",
    "desk/accreditation/test_readers.py": "criteria criterion materials experts",
    "desk/accreditation/test_materials.py": "material-void",
    "desk/accreditation/test_experts.py": "expert-back grading",
    "desk/rounds/test_doors.py": "round-board round-file round-panel round-panel-remove round-panel-ticket",
    "desk/rounds/test_sheet.py": "round-sheet",
    "desk/rounds/test_workbooks.py": "round-recommendation",
    "desk/rounds/test_notices.py": "notice notice-object notice-answer",
    "desk/test_duty.py": "shift shift-change shift-remove shift-note shift-swap swap-answer",
    "desk/test_mechanisms.py": "contact contact-check",
    "desk/test_surveys.py": "survey-edit survey-paper survey-preview survey-results survey-service survey-sheets "
    "survey-withdraw",
    "desk/test_meeting_links.py": "meeting-opinions",
    "desk/test_visited.py": "visited-merge",
    "desk/test_gate.py": "gate-check",
    "desk/test_commissions.py": "commission-back",
    "desk/test_orders.py": "order order-payment order-receipt",
    "security/test_accused.py": "inquiry-asker",
    "portal/test_ordering.py": "member-pdf site-article-order",
    "portal/test_files.py": "evidence-release evidence-withhold site-article-pdf site-picture site-file",
    "portal/test_pages.py": "site-article site-article-print",
    "portal/test_summaries.py": "document-disclose document-withhold site-summary site-summary-figure "
    "site-summary-file",
}


def test_each_door_is_tried_somewhere(cast: SimpleNamespace):
    tried = {route for routes in TRIED.values() for route in routes.split()}
    tried |= {door.route for door in doors(visits(cast.bob, cast.hill)).values()}
    assert {route for route, _asked in owned_routes()} == tried


def test_the_files_that_are_named_are_there():
    assert [file for file in TRIED if not (TESTS / file).exists()] == []
