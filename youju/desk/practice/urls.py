"""The address of trying it out."""

from django.urls import path

from youju.desk.practice import practice_page

urlpatterns = [path("practice/", practice_page.practice_page, name="practice")]
