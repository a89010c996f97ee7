"""The addresses at which a stranger checks a paper; no log-in is asked."""

from django.urls import path

from youju.desk.verify import verify

urlpatterns = [
    path("verify/", verify.verify, name="verify"),
    path("verify/<str:code>", verify.verify_code, name="verify-code"),
]
