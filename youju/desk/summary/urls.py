"""The addresses of the annual summary."""

from django.urls import path

from youju.desk.summary import summary_file, summary_page

urlpatterns = [
    path("summary/", summary_page.newest, name="newest-summary"),
    path("summary/<int:year>/", summary_page.summary_page, name="summary"),
    path("summary/<int:year>/file.<str:ending>", summary_file.summary_file, name="summary-file"),
]
