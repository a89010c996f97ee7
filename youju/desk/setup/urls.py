"""The addresses of setting the bureau up; not found once there is one."""

from django.urls import path

from youju.desk.setup import setup_pages

urlpatterns = [
    path("setup/", setup_pages.setup, name="setup"),
    path("setup/county/", setup_pages.setup_county, name="setup-county"),
    path("setup/bureau/", setup_pages.setup_bureau, name="setup-bureau"),
    path("setup/administrator/", setup_pages.setup_administrator, name="setup-administrator"),
]
