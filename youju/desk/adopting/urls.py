"""The address of beginning a document with last year's text."""

from django.urls import path

from youju.desk.adopting import adopt_page

urlpatterns = [path("summaries/adopt/", adopt_page.adopt_page, name="adopt")]
