"""The addresses of signing in at a session, for its organiser; telephones come by their ticket."""

from django.urls import path

from youju.desk.sign_in import organiser

urlpatterns = [
    path("record/<slug:ref>/sign-in/", organiser.show, name="sign-in"),
    path("record/<slug:ref>/sign-in/wall", organiser.wall, name="sign-in-wall"),
    path("record/<slug:ref>/sign-in/list", organiser.paper, name="sign-in-list"),
    path("record/<slug:ref>/sign-in/open", organiser.open_it, name="sign-in-open"),
    path("record/<slug:ref>/sign-in/close", organiser.close_it, name="sign-in-close"),
    path("record/<slug:ref>/sign-in/name", organiser.set_name, name="sign-in-name"),
]
