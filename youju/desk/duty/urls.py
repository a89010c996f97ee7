"""The addresses of duty rosters."""

from django.urls import path

from youju.desk.duty import feeds, roster_list, roster_page, shift_page, shift_plan, swap_acts

urlpatterns = [
    path("duty/", roster_list.roster_list, name="duty"),
    path("duty/<str:code>/", roster_page.roster_page, name="duty-roster"),
    path("duty/<str:code>/fill", shift_plan.shift_fill, name="duty-fill"),
    path("duty/<str:code>/add", shift_plan.shift_add, name="duty-add"),
    path("duty/<str:code>/covers", shift_plan.coverage, name="duty-covers"),
    path("duty/<str:code>/feed", feeds.feed_new, name="duty-feed"),
    path("duty/<str:code>/feed/end", feeds.feed_end, name="duty-feed-end"),
    path("shift/<int:pk>/", shift_page.shift_page, name="shift"),
    path("shift/<int:pk>/change", shift_page.change, name="shift-change"),
    path("shift/<int:pk>/remove", shift_page.remove, name="shift-remove"),
    path("shift/<int:pk>/note", shift_page.hand_over, name="shift-note"),
    path("shift/<int:pk>/swap", swap_acts.ask, name="shift-swap"),
    path("swap/<int:pk>/<slug:action>", swap_acts.answer, name="swap-answer"),
]
