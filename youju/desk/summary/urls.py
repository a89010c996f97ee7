"""The addresses of the annual summary."""

from django.urls import path

from youju.desk.summary import returned_page, summary_file, summary_page

urlpatterns = [
    path("summary/", summary_page.newest, name="newest-summary"),
    path("summary/returned/", returned_page.returned_page, name="returned"),
    path("summary/<int:year>/", summary_page.summary_page, name="summary"),
    path("summary/<int:year>/file.<str:ending>", summary_file.summary_file, name="summary-file"),
]
