"""The addresses of the log."""

from django.urls import path

from youju.desk.ledger import entry_list

urlpatterns = [
    path("ledger/", entry_list.ledger_page, name="ledger"),
]
