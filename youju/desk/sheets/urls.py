"""The addresses of workbooks: template, import, export."""

from django.urls import path

from youju.desk.sheets import export_page, import_page, list_page

urlpatterns = [
    path("records/<slug:code>/import", import_page.import_page, name="record-import"),
    path("records/<slug:code>/list", list_page.list_page, name="record-list-import"),
    path("records/<slug:code>/list/template", list_page.list_template, name="record-list-template"),
    path("records/<slug:code>/template", export_page.template_file, name="record-template"),
    path("records/<slug:code>/export/<slug:name>", export_page.export_file, name="record-export"),
    path("imports/<slug:name>/", import_page.job_page, name="sheet-job"),
    path("imports/<slug:name>/act", import_page.job_act, name="sheet-job-act"),
]
