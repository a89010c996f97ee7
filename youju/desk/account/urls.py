"""The addresses of logging in, of one's password and language."""

from django.urls import path

from youju.desk.account import enter_code, language, login, password, ticket

urlpatterns = [
    path("login/", login.LoginView.as_view(), name="login"),
    path("logout/", login.LogoutView.as_view(), name="logout"),
    path("password/", password.PasswordView.as_view(), name="password"),
    path("language/", language.set_language, name="set_language"),
    path("t/", enter_code.enter_code, name="enter-code"),
    path("t/<str:code>", ticket.ticket_page, name="ticket"),
]
