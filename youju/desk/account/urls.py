"""The addresses of logging in, of one's password and language."""

from django.urls import path

from youju.desk.account import enter_code, language, login, password, profile, second_factor, ticket

urlpatterns = [
    path("login/", login.LoginView.as_view(), name="login"),
    path("logout/", login.LogoutView.as_view(), name="logout"),
    path("password/", password.PasswordView.as_view(), name="password"),
    path("login/code/", second_factor.second_factor, name="second-factor"),
    path("login/phone/", second_factor.set_up_at_log_in, name="second-factor-setup"),
    path("profile/", profile.profile, name="profile"),
    path("profile/others/", profile.end_others, name="log-ins-end"),
    path("profile/phone/", second_factor.set_up, name="factor-set-up"),
    path("profile/phone/codes/", second_factor.new_codes, name="recovery-codes"),
    path("profile/phone/away/", second_factor.take_away, name="factor-remove"),
    path("language/", language.set_language, name="set_language"),
    path("t/", enter_code.enter_code, name="enter-code"),
    path("t/<str:code>", ticket.ticket_page, name="ticket"),
]
