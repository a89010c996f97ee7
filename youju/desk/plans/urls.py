"""The addresses of the plan."""

from django.urls import path

from youju.desk.plans import (
    approve_page,
    completeness_page,
    due_acts,
    due_list,
    due_page,
    item_page,
    item_write,
    plan_page,
    year_begin_page,
)

urlpatterns = [
    path("plan/", plan_page.plan, name="plan"),
    path("plan/new", item_write.item_new, name="plan-item-new"),
    path("plan/approve", approve_page.approve, name="plan-approve"),
    path("plan/new-year", year_begin_page.new_year, name="plan-new-year"),
    path("plan/completeness/", completeness_page.completeness, name="plan-completeness"),
    path("plan/completeness.xlsx", completeness_page.completeness_file, name="plan-completeness-file"),
    path("plan/item/<slug:ref>/", item_page.item_show, name="plan-item"),
    path("plan/item/<slug:ref>/edit", item_write.item_edit_page, name="plan-item-edit"),
    path("plan/item/<slug:ref>/change", item_write.item_change_page, name="plan-item-change"),
    path("plan/item/<slug:ref>/end", item_write.item_end_page, name="plan-item-end"),
    path("plan/item/<slug:ref>/discard", item_write.item_discard_page, name="plan-item-discard"),
    path("dues/", due_list.dues, name="dues"),
    path("dues/zero", due_acts.zero, name="zero-report"),
    path("dues/zero/<slug:ref>/back", due_acts.zero_back, name="zero-back"),
    path("due/<slug:ref>/", due_page.due_show, name="due"),
    path("due/<slug:ref>/excuse", due_acts.excuse, name="due-excuse"),
    path("due/<slug:ref>/reopen", due_acts.reopen, name="due-reopen"),
]
