"""The address of what waits for a leader's word."""

from django.urls import path

from youju.desk.confirming import confirm_page

urlpatterns = [path("confirm/", confirm_page.confirm_page, name="confirm")]
