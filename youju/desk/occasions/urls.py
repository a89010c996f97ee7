"""The addresses of occasions."""

from django.urls import path

from youju.desk.occasions import occasion_change, occasion_list

urlpatterns = [
    path("occasions/", occasion_list.occasion_list, name="occasions"),
    path("occasions/new", occasion_change.occasion_new, name="occasion-new"),
    path("occasion/<slug:code>/", occasion_list.occasion_page, name="occasion"),
    path("occasion/<slug:code>/<slug:action>", occasion_change.occasion_change_page, name="occasion-change"),
]
