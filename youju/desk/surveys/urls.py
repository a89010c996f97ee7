"""The addresses of a survey beside those of every case; who answers comes by ticket."""

from django.urls import path

from youju.desk.surveys import counts_page, edit, export, phone, preview, service_page, sheets_page

urlpatterns = [
    path("survey/thanks", phone.thanks, name="survey-thanks"),
    path("survey/<slug:ref>/edit", edit.edit, name="survey-edit"),
    path("survey/<slug:ref>/preview", preview.preview, name="survey-preview"),
    path("survey/<slug:ref>/sheets", sheets_page.sheets, name="survey-sheets"),
    path("survey/<slug:ref>/sheets/withdraw", sheets_page.withdraw, name="survey-withdraw"),
    path("survey/<slug:ref>/paper", counts_page.paper, name="survey-paper"),
    path("survey/<slug:ref>/service", service_page.service, name="survey-service"),
    path("survey/<slug:ref>/results.xlsx", export.results, name="survey-results"),
]
