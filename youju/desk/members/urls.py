"""The addresses of accounts, roles and invitations."""

from django.urls import path

from youju.desk.members import invitations, member_acts, member_list, member_page

urlpatterns = [
    path("members/", member_list.member_list, name="members"),
    path("members/new/", member_page.member_new, name="member-new"),
    path("members/invite/", invitations.invite_many, name="members-invite"),
    path("members/cards/", invitations.cards, name="invitation-cards"),
    path("members/<str:token>/", member_page.member_page, name="member"),
    path("members/<str:token>/role", member_acts.role_give, name="role-give"),
    path("members/<str:token>/role/<int:grant>/end", member_acts.role_stop, name="role-end"),
    path("members/<str:token>/invite", invitations.invite_one, name="member-invite"),
    path("members/<str:token>/revoke", member_acts.revoke, name="invitation-revoke"),
    path("members/<str:token>/factor", member_acts.reset_factor, name="factor-reset"),
    path("members/<str:token>/close", member_acts.close, name="member-close"),
    path("members/<str:token>/open", member_acts.open_again, name="member-open"),
]
