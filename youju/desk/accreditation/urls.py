"""The addresses of accreditation: an application's criteria, materials and experts; campaigns, checklists, gaps."""

from django.urls import path

from youju.desk.accreditation import (
    campaign_grant,
    campaign_pages,
    checklist_change,
    checklist_pages,
    criterion_page,
    expert_sheet,
    experts_page,
    gaps_page,
    materials_page,
)

urlpatterns = [
    path("case/<slug:ref>/criteria/", criterion_page.criteria, name="criteria"),
    path("case/<slug:ref>/criteria/<int:number>", criterion_page.criterion, name="criterion"),
    path("case/<slug:ref>/materials/", materials_page.materials, name="materials"),
    path("case/<slug:ref>/materials/<int:pk>/void", materials_page.void, name="material-void"),
    path("case/<slug:ref>/experts/", experts_page.experts, name="experts"),
    path("case/<slug:ref>/experts/<int:pk>/back", experts_page.take_back, name="expert-back"),
    path("grading/<int:pk>/", expert_sheet.member_sheet, name="grading"),
    path("campaigns/", campaign_pages.campaign_list, name="campaigns"),
    path("campaigns/new", campaign_pages.campaign_new, name="campaign-new"),
    path("campaign/<slug:code>/", campaign_pages.campaign_page, name="campaign"),
    path("campaign/<slug:code>/edit", campaign_pages.campaign_edit, name="campaign-edit"),
    path("campaign/<slug:code>/publish", campaign_pages.publish, name="campaign-publish"),
    path("campaign/<slug:code>/grant", campaign_grant.grant, name="campaign-grant"),
    path("campaign/<slug:code>/records", campaign_grant.write_records, name="campaign-records"),
    path("campaign/<slug:code>/file", campaign_pages.board_file, name="campaign-file"),
    path("gaps/", gaps_page.gaps, name="gaps"),
    path("gaps/file", gaps_page.gaps_file, name="gaps-file"),
    path("checklists/", checklist_pages.checklist_list, name="checklists"),
    path("checklists/new", checklist_change.checklist_new, name="checklist-new"),
    path("checklist/<slug:code>/", checklist_pages.checklist_page, name="checklist"),
    path("checklist/<slug:code>/file", checklist_pages.criteria_file, name="checklist-file"),
    path("checklist/<slug:code>/edit", checklist_change.checklist_edit, name="checklist-edit"),
    path("checklist/<slug:code>/copy", checklist_change.copy, name="checklist-copy"),
    path("checklist/<slug:code>/import", checklist_change.criteria_import, name="checklist-import"),
    path("checklist/<slug:code>/criterion", checklist_change.criterion_edit, name="checklist-criterion"),
]
