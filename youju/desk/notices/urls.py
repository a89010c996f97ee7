"""The addresses of public notices at the desk."""

from django.urls import path

from youju.desk.notices import notice_page

urlpatterns = [
    path("notices/", notice_page.notice_list, name="notices"),
    path("notice/<int:pk>/", notice_page.notice, name="notice"),
    path("notice/<int:pk>/object", notice_page.log_objection, name="notice-object"),
    path("notice/<int:pk>/answer", notice_page.answer_objection, name="notice-answer"),
]
