"""The addresses of rosters and persons."""

from django.urls import path

from youju.desk.people import (
    consents,
    people_list,
    people_new,
    person_change,
    person_page,
    personal_page,
    post_change,
    same_person,
)

urlpatterns = [
    path("people/", people_list.people_list, name="people"),
    path("people/new", people_new.people_new, name="people-new"),
    path("people/twice", same_person.pairs_page, name="people-twice"),
    path("person/<slug:ref>/", person_page.person_page, name="person"),
    path("person/own/page", personal_page.own_page, name="own-page"),
    path("person/<slug:ref>/page", personal_page.personal_page, name="personal-page"),
    path("person/<slug:ref>/page.xlsx", personal_page.personal_file, name="personal-file"),
    path("person/<slug:ref>/consent", consents.consent_new, name="consent-new"),
    path("person/<slug:ref>/consent/<int:pk>", consents.consent_paper, name="consent-paper"),
    path("person/<slug:ref>/consent/<int:pk>/withdraw", consents.consent_end, name="consent-end"),
    path("person/<slug:ref>/post/<int:pk>/<slug:action>", post_change.post_change, name="post-change"),
    path("person/<slug:ref>/<slug:action>", person_change.person_change, name="person-change"),
]
