"""The addresses of what a bureau decides at its desk."""

from django.urls import path

from youju.desk.settings import setting_list, setting_page

urlpatterns = [
    path("settings/", setting_list.setting_list, name="settings"),
    path("settings/<str:name>/", setting_page.setting_page, name="setting"),
]
