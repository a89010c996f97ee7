"""The desk's addresses, in the project's words."""

from django.urls import path

from youju.desk import (
    accounts,
    check,
    check_sheet,
    decisions,
    evidence,
    figures,
    record,
    record_write,
    records,
    review,
    summary,
    workbench,
)

urlpatterns = [
    path("", workbench.workbench, name="workbench"),
    path("login/", accounts.LoginView.as_view(), name="login"),
    path("logout/", accounts.LogoutView.as_view(), name="logout"),
    path("password/", accounts.PasswordView.as_view(), name="password"),
    path("language/", accounts.set_language, name="set_language"),
    path("records/", records.first_kind, name="records"),
    path("records/<slug:code>/", records.record_list, name="record-list"),
    path("records/<slug:code>/new", record_write.record_new, name="record-new"),
    path("record/<slug:ref>/", record.record_show, name="record"),
    path("record/<slug:ref>/edit", record_write.record_edit_page, name="record-edit"),
    path("record/<slug:ref>/amend", record.record_amend_page, name="record-amend"),
    path("record/<slug:ref>/correct", record.record_correct_page, name="record-correct"),
    path("record/<slug:ref>/submit", decisions.submit, name="record-submit"),
    path("record/<slug:ref>/return", decisions.send_back, name="record-return"),
    path("record/<slug:ref>/verify", decisions.verify, name="record-verify"),
    path("record/<slug:ref>/void", decisions.void, name="record-void"),
    path("record/<slug:ref>/correction", decisions.decide_correction, name="record-correction"),
    path("record/<slug:ref>/evidence", evidence.attach, name="evidence-attach"),
    path("record/<slug:ref>/evidence/<int:pk>/remove", evidence.detach, name="evidence-detach"),
    path("evidence/<int:pk>/", evidence.download, name="evidence"),
    path("review/", review.review, name="review"),
    path("figures/", figures.figures_page, name="figures"),
    path("figure/<str:code>/", figures.figure_page, name="figure"),
    path("summary/", summary.newest, name="newest-summary"),
    path("summary/<int:year>/", summary.summary_page, name="summary"),
    path("check/", check.check_page, name="check"),
    path("check/sheet", check_sheet.check_sheet, name="check-sheet"),
]
