"""The address of the board of freshness."""

from django.urls import path

from youju.desk.site_board import board_page

urlpatterns = [path("site-board/", board_page.site_board, name="site-board")]
