"""The addresses of inquiries beside those of every case."""

from django.urls import path

from youju.desk.inquiries import asker_page, digest_page

urlpatterns = [
    path("inquiries/topics", digest_page.digest_page, name="inquiry-topics"),
    path("inquiries/<slug:ref>/asker", asker_page.asker_page, name="inquiry-asker"),
]
