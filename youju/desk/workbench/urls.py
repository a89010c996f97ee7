"""The address of the first screen."""

from django.urls import path

from youju.desk.workbench import workbench_page

urlpatterns = [
    path("", workbench_page.workbench, name="workbench"),
]
