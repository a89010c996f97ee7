"""The addresses of summaries: the list of documents, each document, and the annual template as a text."""

from django.urls import path

from youju.desk.summary import (
    about_page,
    document_begin,
    document_list,
    document_page,
    document_returned,
    figure_finder,
    history_page,
    remark_acts,
    section_acts,
    section_page,
    summary_file,
    summary_page,
)
from youju.summaries.paper.addresses import SUMMARY

_DOCUMENT, _SECTION = "summaries/<str:ref>/", "summaries/<str:ref>/sections/<int:pk>/"

urlpatterns = [
    path("summary/", summary_page.newest, name="newest-summary"),
    path(SUMMARY, summary_page.summary_page, name="summary"),
    path("summaries/", document_list.document_list, name="documents"),
    path("summaries/about/", about_page.about_page, name="lines-about"),
    path("summaries/begin/", document_begin.begin_page, name="document-begin"),
    path(_DOCUMENT, document_page.document_page, name="document"),
    path(f"{_DOCUMENT}title/", section_acts.document_retitle, name="document-title"),
    path(f"{_DOCUMENT}file.<str:ending>", summary_file.document_file, name="document-file"),
    path(f"{_DOCUMENT}returned/", document_returned.document_returned, name="document-returned"),
    path(f"{_DOCUMENT}figures/", figure_finder.figures_found, name="document-figures"),
    path(f"{_DOCUMENT}history/", history_page.history_page, name="document-history"),
    path(f"{_DOCUMENT}comments/<int:pk>/", remark_acts.comment_settle, name="comment-resolve"),
    path(f"{_DOCUMENT}objections/", about_page.object_to, name="objection-new"),
    path(f"{_DOCUMENT}objections/<int:pk>/", remark_acts.objection_reply, name="objection-answer"),
    path(f"{_DOCUMENT}sections/new/", section_page.section_new, name="section-new"),
    path(_SECTION, section_page.section_edit, name="section-edit"),
    path(f"{_SECTION}comment/", remark_acts.comment_new, name="comment-new"),
    path(f"{_SECTION}compare/", history_page.compare_page, name="section-compare"),
    path(f"{_SECTION}restore/", section_acts.section_back, name="section-restore"),
    path(f"{_SECTION}<str:action>/", section_acts.section_act, name="section-act"),
    path(f"{SUMMARY}file.<str:ending>", summary_file.summary_file, name="summary-file"),
]
