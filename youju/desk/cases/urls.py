"""The addresses of cases."""

from django.urls import path

from youju.desk.cases import case_list, case_page, case_paper, case_record, case_write, list_page

urlpatterns = [
    path("cases/", case_list.case_list, name="cases"),
    path("cases/<slug:code>/", case_list.case_list, name="cases-of"),
    path("cases/<slug:code>/new", case_write.case_new, name="case-new"),
    path("cases/<slug:code>/list", list_page.list_page, name="case-list-import"),
    path("cases/<slug:code>/list/template", list_page.list_template, name="case-list-template"),
    path("cases/<slug:code>/together/<slug:action>", case_write.cases_act, name="cases-move"),
    path("case/<slug:ref>/", case_page.case_show, name="case"),
    path("case/<slug:ref>/record", case_record.case_record, name="case-record"),
    path("case/<slug:ref>/paper.pdf", case_paper.case_paper, name="case-paper"),
    path("case/<slug:ref>/<slug:action>", case_write.case_act, name="case-move"),
]
