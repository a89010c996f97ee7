"""The addresses of the annual summary."""

from django.urls import path

from youju.desk.summary import summary_page

urlpatterns = [
    path("summary/", summary_page.newest, name="newest-summary"),
    path("summary/<int:year>/", summary_page.summary_page, name="summary"),
]
