"""The addresses of the manual."""

from django.urls import path

from youju.desk.help import help_page

urlpatterns = [
    path("help/", help_page.contents, name="help"),
    path("help/pictures/<slug:name>.png", help_page.picture, name="help-picture"),
    path("help/<path:name>", help_page.page, name="help-page"),
]
