"""The addresses of the publication gate."""

from django.urls import path

from youju.desk.gate import check_page

urlpatterns = [
    path("gate/", check_page.check_list, name="gate"),
    path("gate/<str:ref>/", check_page.check_page, name="gate-check"),
]
