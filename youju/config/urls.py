"""The one list of URLs."""

from django.urls import include, path

urlpatterns = [
    path("", include("youju.desk.urls")),
]

handler400 = "youju.desk.errors.bad_request"
handler500 = "youju.desk.errors.server_error"
