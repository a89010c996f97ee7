"""The address of what became of a meeting's opinions."""

from django.urls import path

from youju.desk.meetings import opinions_page

urlpatterns = [path("meeting/<slug:ref>/opinions", opinions_page.opinions, name="meeting-opinions")]
