"""The addresses of groups."""

from django.urls import path

from youju.desk.groups import group_change, group_list, group_new, group_page

urlpatterns = [
    path("groups/", group_list.group_list, name="groups"),
    path("groups/new", group_new.group_new, name="group-new"),
    path("group/<str:code>/", group_page.group_page, name="group"),
    path("group/<str:code>/<slug:action>", group_change.group_change, name="group-change"),
]
