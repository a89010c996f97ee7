"""The addresses of the nine mechanisms and of what was in time and solved."""

from django.urls import path

from youju.desk.mechanisms import assessment_page, mechanism_list

urlpatterns = [
    path("mechanisms/", mechanism_list.mechanism_list, name="mechanisms"),
    path("assessment/", assessment_page.assessment, name="assessment"),
]
