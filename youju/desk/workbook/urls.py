"""The addresses of the bureau's workbook."""

from django.urls import path

from youju.desk.workbook import preview_page, workbook_page

urlpatterns = [
    path("workbook/", workbook_page.workbook_page, name="workbook"),
    path("workbook/file", workbook_page.workbook_file, name="workbook-file"),
    path("workbook/preview", preview_page.preview_page, name="workbook-preview"),
]
