"""The addresses of what is ready and of beginning."""

from django.urls import path

from youju.desk.readiness import readiness_page

urlpatterns = [path("ready/", readiness_page.readiness_page, name="ready")]
