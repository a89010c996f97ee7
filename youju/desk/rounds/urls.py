"""The addresses of a selection beside those of every case; panel members from outside come by their ticket."""

from django.urls import path

from youju.desk.rounds import board_page, panel_page, sheet_page

urlpatterns = [
    path("round/<slug:ref>/board/", board_page.board, name="round-board"),
    path("round/<slug:ref>/board.xlsx", board_page.board_file, name="round-file"),
    path("round/<slug:ref>/recommendation.xlsx", board_page.recommendation, name="round-recommendation"),
    path("round/<slug:ref>/panel/", panel_page.panel, name="round-panel"),
    path("round/<slug:ref>/panel/<int:pk>/remove", panel_page.remove, name="round-panel-remove"),
    path("round/<slug:ref>/panel/<int:pk>/ticket", panel_page.ticket, name="round-panel-ticket"),
    path("round/<slug:ref>/sheet/", sheet_page.own_sheet, name="round-sheet"),
]
