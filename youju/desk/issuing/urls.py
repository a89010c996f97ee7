"""The addresses of what is frozen, signed and issued."""

from django.urls import path

from youju.desk.issuing import act_page, card_page, edition_page

urlpatterns = [
    path("documents/<str:ref>/edition/", edition_page.newest, name="edition"),
    path("documents/<str:ref>/edition/<int:number>/", edition_page.numbered, name="edition-numbered"),
    path("documents/<str:ref>/card/", card_page.card_page, name="question-card"),
    path("documents/<str:ref>/acts/<str:action>/", act_page.act_page, name="document-act"),
]
