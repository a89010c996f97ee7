"""The address of forms of those above."""

from django.urls import path

from youju.desk.upper_form import upper_form_page

urlpatterns = [path("summaries/form/", upper_form_page.upper_form_page, name="upper-form")]
