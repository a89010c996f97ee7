"""The address of the one search."""

from django.urls import path

from youju.desk.search import search_page

urlpatterns = [
    path("search/", search_page.search, name="search"),
]
