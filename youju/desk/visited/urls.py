"""The addresses of households and enterprises that are visited."""

from django.urls import path

from youju.desk.visited import visited_list, visited_merge_page

urlpatterns = [
    path("records/visit/visited", visited_list.visited_list, name="visited"),
    path("records/visit/visited/<slug:ref>/merge", visited_merge_page.visited_merge_page, name="visited-merge"),
]
