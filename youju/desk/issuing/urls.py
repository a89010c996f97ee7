"""The addresses of what is frozen, signed and issued."""

from django.urls import path

from youju.desk.issuing import act_page, card_file, card_page, disclose, edition_file, edition_page

urlpatterns = [
    path("summary/<slug:ref>/disclose", disclose.disclose, name="document-disclose"),
    path("summary/<slug:ref>/withhold", disclose.withhold, name="document-withhold"),
    path("summaries/<str:ref>/edition/", edition_page.newest, name="edition"),
    path("summaries/<str:ref>/edition/<int:number>/", edition_page.numbered, name="edition-numbered"),
    path("summaries/<str:ref>/edition/<int:number>/file.<str:ending>", edition_file.edition_file, name="edition-file"),
    path("summaries/<str:ref>/card/", card_page.card_page, name="question-card"),
    path("summaries/<str:ref>/card.pdf", card_file.card_file, name="question-card-file"),
    path("summaries/<str:ref>/acts/<str:action>/", act_page.act_page, name="document-act"),
]
