"""The addresses of the manual."""

from django.urls import path

from youju.desk.help import help_page

urlpatterns = [
    path("help/", help_page.contents, name="help"),
    path("help/<slug:name>", help_page.page, name="help-page"),
]
