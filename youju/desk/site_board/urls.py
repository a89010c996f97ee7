"""The addresses of the board of freshness, and of the manuscripts that writers from outside are asked for."""

from django.urls import path

from youju.desk.site_board import board_page, commissions_page

urlpatterns = [
    path("site-board/", board_page.site_board, name="site-board"),
    path("site-board/commissions/", commissions_page.commissions, name="commissions"),
    path("site-board/commissions/<int:pk>/back", commissions_page.take_back, name="commission-back"),
]
