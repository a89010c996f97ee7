"""The one list of URLs."""

from django.urls import include, path

urlpatterns = [
    path("", include("youju.desk.urls")),
    path("", include("youju.portal.urls")),
]

# Also where an address of a former site leads on from.
handler404 = "youju.portal.old.lost"
handler400 = "youju.desk.errors.bad_request"
handler500 = "youju.desk.errors.server_error"
