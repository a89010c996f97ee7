"""The addresses of checking a text, of kept texts and of bindings."""

from django.urls import path

from youju.desk.check import bindings, check_page, check_sheet, kept_texts

urlpatterns = [
    path("check/", check_page.check_page, name="check"),
    path("check/bindings/", bindings.bindings_page, name="bindings"),
    path("check/kept/", kept_texts.kept_texts, name="kept-texts"),
    path("check/kept/keep", kept_texts.keep, name="keep"),
    path("check/kept/<int:pk>/", kept_texts.kept_text, name="kept-text"),
    path("check/kept/<int:pk>/delete", kept_texts.delete, name="kept-text-delete"),
    path("check/sheet", check_sheet.check_sheet, name="check-sheet"),
]
