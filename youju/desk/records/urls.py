"""The addresses of records, their evidence and the queue."""

from django.urls import path

from youju.desk.records import (
    decisions,
    endings,
    evidence,
    grades,
    record_change,
    record_choose,
    record_list,
    record_page,
    record_write,
    review_queue,
    told_before,
    viewer,
)

urlpatterns = [
    path("records/", record_list.first_section, name="records"),
    path("records/new/", record_choose.record_choose, name="record-choose"),
    path("records/<slug:section>/", record_list.record_list, name="record-list"),
    path("records/<slug:code>/new", record_write.record_new, name="record-new"),
    path("records/<slug:code>/told", told_before.told_before, name="record-told"),
    path("record/<slug:ref>/", record_page.record_show, name="record"),
    path("record/<slug:ref>/edit", record_write.record_edit_page, name="record-edit"),
    path("record/<slug:ref>/amend", record_change.record_amend_page, name="record-amend"),
    path("record/<slug:ref>/correct", record_change.record_correct_page, name="record-correct"),
    path("record/<slug:ref>/submit", decisions.submit, name="record-submit"),
    path("record/<slug:ref>/confirm", decisions.confirm, name="record-confirm"),
    path("record/<slug:ref>/withdraw", decisions.withdraw, name="record-withdraw"),
    path("record/<slug:ref>/return", decisions.send_back, name="record-return"),
    path("record/<slug:ref>/check", decisions.check, name="record-check"),
    path("record/<slug:ref>/verify", decisions.verify, name="record-verify"),
    path("record/<slug:ref>/delete", endings.delete, name="record-delete"),
    path("record/<slug:ref>/drop", endings.drop, name="record-drop"),
    path("record/<slug:ref>/resume", endings.resume, name="record-resume"),
    path("record/<slug:ref>/close", endings.close, name="record-close"),
    path("record/<slug:ref>/void", decisions.void, name="record-void"),
    path("record/<slug:ref>/correction", decisions.decide_correction, name="record-correction"),
    path("record/<slug:ref>/evidence", evidence.attach, name="evidence-attach"),
    path("record/<slug:ref>/evidence/<int:pk>/remove", evidence.detach, name="evidence-detach"),
    path("record/<slug:ref>/evidence/<int:pk>/grade", grades.grade, name="evidence-grade"),
    path("evidence/<int:pk>/", evidence.download, name="evidence"),
    path("evidence/<int:pk>/view", viewer.view, name="evidence-view"),
    path("evidence/<int:pk>/pdf", viewer.pdf, name="evidence-pdf"),
    path("review/", review_queue.review, name="review"),
]
